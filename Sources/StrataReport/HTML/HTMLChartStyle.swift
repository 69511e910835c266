/// How charts look: on a phone, on a screen, on paper.
///
/// What is drawn twice, with more and with less room, is `wide` and `narrow`; of the two only one is ever shown.
enum HTMLChartStyle {
    static let text = """
        :root{--s0:#3594e6;--s1:#d67721;--s2:#005128;--s3:#5f1582;--s4:#b33164;--s5:#166e8c;--s6:#795f05;--s7:#878da0;--dark:#1d2430}
        @media screen and (prefers-color-scheme:dark){:root{--s0:#c4d8fd;--s1:#f39241;--s2:#6dcea6;--s3:#9d70dc;--s4:#dc5a84;--s5:#3f97b3;--s6:#fbd180;--s7:#c2c6d2;--dark:#14181f}}
        .undecided{--c:var(--undecided);--t:var(--ink)}.s0{--c:var(--s0);--t:var(--dark)}.s1{--c:var(--s1);--t:var(--dark)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}.s7{--c:var(--s7);--t:var(--dark)}
        figure.chart{margin:2.2rem 0}
        figcaption{margin-bottom:1.1rem}.title{font-size:1.08rem;font-weight:650;margin:0;overflow-wrap:anywhere}.summary{margin:.2rem 0 0;color:var(--soft);max-width:46rem}
        .narrow{display:none}
        .tag{display:inline-block;font-size:.66rem;line-height:1;font-weight:700;letter-spacing:.05em;color:var(--c);border:1px solid;border-radius:3px;padding:.12rem .22rem .1rem;vertical-align:.1em}
        .key{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.8rem 0 0;color:var(--soft);font-size:.84rem}
        figure .note{margin:.7rem 0 0;font-size:.84rem}
        details{margin-top:.8rem;font-size:.95em}summary{cursor:pointer;color:var(--soft);font-size:.84rem;width:fit-content;padding:.2rem 0}summary:hover{color:var(--ink)}
        .label small{color:var(--soft);font-size:.8rem;white-space:nowrap}
        .bars{display:grid;grid-template-columns:fit-content(17rem) minmax(0,1fr);gap:.42rem 1rem;margin:1rem 0;align-items:center;font-size:.94rem;line-height:1.3}
        .bars dt{text-align:right;overflow-wrap:anywhere;unicode-bidi:isolate}.bars dd{margin:0;display:flex;align-items:center;gap:.55rem;--room:calc(min(var(--v),14)*.56em + .7rem)}
        .bar{height:1.15rem;min-width:2px;flex:none;width:calc((100% - var(--room))*var(--f)/100)}.bar rect{fill:var(--c);rx:2px}
        .value{font-variant-numeric:tabular-nums;min-width:0;overflow-wrap:anywhere;unicode-bidi:isolate}
        .lines{display:grid;grid-template-columns:auto minmax(0,1fr) 1.6rem minmax(7rem,min(calc(var(--w)*.43rem),17rem));padding:.7rem 0 2.9rem;font-size:.8rem;line-height:1.2rem;font-variant-numeric:tabular-nums}
        .columns{grid-template-columns:auto minmax(0,1fr)}
        .axis,.plot,.names{position:relative;height:16rem}.axis{width:calc(var(--v)*.47rem + .7rem);color:var(--soft)}.axis span{position:absolute;right:.7rem;transform:translateY(-50%)}
        .plot>svg,.leaders{width:100%;height:16rem}
        .plot path,.leaders path,.plot rect{vector-effect:non-scaling-stroke}
        path.grid,path.base{fill:none;stroke:var(--line);stroke-width:1}path.base{stroke:var(--rule)}
        .line{fill:none;stroke:var(--c);stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}.line.open{stroke-dasharray:2 5}
        .dot{stroke:var(--c);stroke-width:8;stroke-linecap:round}.dot.hollow{stroke:var(--page);stroke-width:4}
        .leaders path{fill:none;stroke:var(--c);stroke-width:1}.leaders{padding:0 .3rem 0 .45rem}
        .plot g>rect{fill:var(--c)}.plot g>rect.open{fill:var(--page);stroke:var(--c);stroke-width:1.5;stroke-dasharray:4 3}
        .only{margin:0;font-size:.9rem;font-weight:600}.over{position:absolute;transform:translate(-50%,-1.35rem);font-weight:650;background:var(--page);padding:0 .15rem}
        .time{position:absolute;top:calc(100% + .35rem);left:0;right:0;color:var(--soft)}.time span{position:absolute;transform:translateX(-50%);text-align:center;white-space:nowrap}.time b{font-weight:600;color:var(--ink)}
        .names span{unicode-bidi:isolate}.names>span{position:absolute;left:0;right:0;top:calc(var(--y)*1rem);transform:translateY(-50%);max-height:1.2rem;overflow:clip;white-space:nowrap;text-overflow:ellipsis}.names b{font-weight:650}.names .tag{border:0;padding:0;vertical-align:0}
        .ranges .row,.shares .row{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:0 1rem;font-size:.94rem;line-height:1.3;align-items:center}
        .ranges .label,.shares .label{text-align:right;overflow-wrap:anywhere;unicode-bidi:isolate}
        .span{padding:0 3.4rem 0 2.9rem}.span svg{width:100%;height:3.1em;font-size:.8rem;font-variant-numeric:tabular-nums}
        .span text{fill:var(--soft)}.span text.middle{fill:var(--ink);font-weight:650}.span rect{fill:var(--c);opacity:.55}.span .few rect{fill:none;stroke:var(--c);stroke-width:1.5;opacity:1}
        .span line{stroke:var(--line)}.span line.median{stroke:var(--ink);stroke-width:2.5}.ticks .span svg{height:1.4em}
        .shares .row{margin:.5rem 0;align-items:start}.shares .label{padding-top:.35rem}.whole svg{width:100%;height:2.2em;font-size:.82rem;font-variant-numeric:tabular-nums}
        .whole rect{fill:var(--c);stroke:var(--page);stroke-width:1.5}.whole text{fill:var(--t,var(--on));font-weight:550}
        .rest{margin:.15rem 0 0;text-align:right;color:var(--soft);font-size:.8rem}.rest span{margin-left:.7rem;display:inline-block;unicode-bidi:isolate}
        table.grid{min-width:0;border-collapse:separate;border-spacing:2px;font-variant-numeric:tabular-nums}
        .grid th,.grid td{border:0;padding:.4rem .7rem}.grid thead th{text-align:center;max-width:8rem;min-width:4.4rem;overflow-wrap:break-word;hyphens:auto}.grid tbody th{text-align:right;position:sticky;left:0;background:var(--page);font-weight:inherit;max-width:17rem;min-width:0;padding-left:0;overflow-wrap:break-word}
        .grid tbody td{text-align:center;background:color-mix(in srgb,var(--accent) var(--p,0%),var(--page))}.grid td.none{color:var(--soft)}
        @media screen and (max-width:44rem){.wide{display:none}.narrow{display:block}
        .bars{grid-template-columns:fit-content(42%) minmax(0,1fr);gap:.55rem .7rem}
        .lines{grid-template-columns:auto minmax(0,1fr) 1.3rem 6.6rem;font-size:.74rem}.columns{grid-template-columns:auto minmax(0,1fr)}
        .names>span{top:calc(var(--n)*1rem);white-space:normal;max-height:1.8rem;line-height:.9rem;overflow-wrap:anywhere}
        .ranges .row,.shares .row{grid-template-columns:minmax(0,1fr)}.ranges .label,.shares .label{text-align:left}.ranges .row:not(.ticks){margin-top:.5rem}.ticks .label{display:none}.shares .label{padding:0}
        .grid th,.grid td{padding:.4rem .25rem}.grid thead th{font-size:.7rem;min-width:2.9rem}.grid tbody th{max-width:7rem;min-width:0;padding-right:.4rem;font-size:.84rem}.rest{text-align:left}.rest span{margin:0 .7rem 0 0}}
        @media print{details:not([open]),summary{display:none}figure.chart{margin:1.6rem 0}table.grid{max-width:100%}}
        @media (forced-colors:active){.bar rect,.whole rect,.span rect,.plot g>rect{forced-color-adjust:none}}

        """
}
