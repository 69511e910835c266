/// The page that documents are drawn on.
enum HTMLStyle {
    /// Mustache: values come escaped.
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Strata">
        <title>{{{title}}}</title>
        <style>
        {{{style}}}</style>
        </head>
        <body>
        <header><svg class="strata" viewBox="0 0 56 20" aria-hidden="true"><rect class="prompt-engineering" width="56" height="3.5" rx="1"/><rect class="mlops" y="5.5" width="44" height="3.5" rx="1"/><rect class="applied-ml" y="11" width="50" height="3.5" rx="1"/><rect class="data-engineering" y="16.5" width="56" height="3.5" rx="1"/></svg>
        <h1>{{{title}}}</h1>{{#subtitle}}<p class="subtitle">{{{subtitle}}}</p>{{/subtitle}}</header>
        <main>
        {{{body}}}</main>
        {{#footer}}<footer>{{#paragraphs}}<p>{{{.}}}</p>{{/paragraphs}}</footer>
        {{/footer}}
        </body>
        </html>

        """

    /// Blue, bluish green, orange and purple, the terminal's four, each in a tone for light and one for dark.
    static let text = """
        :root{--ink:#1d2430;--soft:#566070;--line:#dfe3e8;--rule:#9aa3b0;--page:#fff;--panel:#f5f6f8;--accent:#3c5f8f;--on:#fff;--shade:#1d243026
        ;--de:#0b6bcb;--ml:#0a7d5a;--ops:#b4530a;--pe:#8a3fb0;--out:#6b7280;--undecided:#8d95a3}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e7eaef;--soft:#a8b1be;--line:#333b46;--rule:#6b7481;--page:#14181f;--panel:#1c222b;--accent:#8fb4e3;--on:#14181f;--shade:#0008
        ;--de:#6cb3f5;--ml:#4fc99b;--ops:#f0a060;--pe:#cf9aea;--out:#9aa3b0;--undecided:#606976}}
        .data-engineering{--c:var(--de)}.applied-ml{--c:var(--ml)}.mlops{--c:var(--ops)}.prompt-engineering{--c:var(--pe)}.outside{--c:var(--out)}.accent{--c:var(--accent)}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:62rem;padding:3rem 1.5rem 4rem;background:var(--page);color:var(--ink);font:1rem/1.55 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
        svg{display:block;overflow:visible}
        h1,h2,.title{line-height:1.25;text-wrap:balance}
        .strata{width:2.8rem;height:1rem;margin-bottom:1.1rem}.strata rect{fill:var(--c)}
        h1{font-size:2.1rem;font-weight:650;letter-spacing:-.018em;margin:0;overflow-wrap:anywhere}
        .subtitle{font-size:1.1rem;color:var(--soft);margin:.5rem 0 0;overflow-wrap:anywhere}
        main{margin-top:1.8rem}
        h2{font-size:1.35rem;font-weight:650;letter-spacing:-.01em;margin:3.2rem 0 .8rem;padding-top:1.1rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
        p,ul,dd,dt{text-wrap:pretty}
        .lead{font-size:1.1rem;margin:.9rem 0;max-width:46rem}
        .note{color:var(--soft);font-size:.9rem;margin:.6rem 0;max-width:46rem}
        ul{padding-left:1.2rem;max-width:46rem}li{margin:.4rem 0}li::marker{color:var(--soft)}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:.9rem 1.5rem;margin:1.3rem 0}
        .facts div{min-width:0;border-top:1px solid var(--line);padding-top:.45rem}.facts dt{color:var(--soft);font-size:.84rem}.facts dd{margin:0;overflow-wrap:anywhere;font-weight:550}.facts .long{grid-column:span 2}.facts .long dd{font-weight:inherit;font-size:.95rem}
        .scroll{overflow-x:auto;margin:1.1rem 0;background:linear-gradient(90deg,var(--page) 40%,transparent) 0 0/2.4rem 100%,linear-gradient(270deg,var(--page) 40%,transparent) 100% 0/2.4rem 100%,linear-gradient(90deg,var(--shade),transparent) 0 0/.8rem 100%,linear-gradient(270deg,var(--shade),transparent) 100% 0/.8rem 100%;background-repeat:no-repeat;background-attachment:local,local,scroll,scroll}
        :focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
        table{border-collapse:collapse;min-width:min(36rem,100%);font-size:.92rem;line-height:1.4}
        caption{text-align:left;font-weight:650;font-size:1rem;padding:.2rem 0 .5rem}
        th,td{text-align:left;padding:.42rem 1.1rem .42rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        th:last-child,td:last-child{padding-right:.2rem}
        thead th{color:var(--soft);font-weight:600;font-size:.84rem;vertical-align:bottom;border-bottom-color:var(--rule)}
        tbody th{font-weight:550;min-width:7rem}
        .date,.keep{white-space:nowrap}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .n{white-space:normal}tbody th.n{min-width:0;font-weight:inherit}
        .spark{width:6.4rem;height:1.3rem;display:inline-block;vertical-align:-.3rem}.spark polyline{fill:none;stroke:var(--accent);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}.spark circle{fill:var(--accent)}
        .text{background:var(--panel);border-radius:8px;padding:1rem 1.3rem;overflow-wrap:anywhere}
        .text p{margin:.5rem 0}
        mark{color:inherit;background:none;font-weight:600;border-bottom:2px solid var(--out)}
        mark:not(.outside){color:var(--c);border-color:var(--c)}
        pre{background:var(--panel);padding:1rem;border-radius:8px;overflow-x:auto;font-size:.85rem}
        .lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:.4rem 2.2rem;margin:1.1rem 0}
        h3{font-size:.84rem;font-weight:600;color:var(--soft);margin:0;padding-bottom:.2rem;border-bottom:1px solid var(--line)}.lists ul{margin:.5rem 0}.lists li{margin:.25rem 0}
        .writing{display:flex;flex-wrap:wrap;gap:.6rem 2.2rem;margin:1.1rem 0}.writing div{flex:1 1 min(16rem,100%)}.writing p{margin:0;color:var(--soft);font-size:.84rem}.writing span{display:block;border-bottom:1px solid var(--rule);height:1.9rem}.writing p+span{height:1.3rem}
        footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.84rem}footer p{margin:.45rem 0;max-width:46rem;overflow-wrap:anywhere}
        @media screen and (max-width:44rem){body{padding:1.8rem 1rem 3rem}h1{font-size:1.65rem}h2{font-size:1.2rem;margin-top:2.4rem}.lead{font-size:1.02rem}tbody th{min-width:6rem}}
        @page{margin:16mm 15mm}
        @media print{html{font-size:9pt}body{padding:0;max-width:none}h2{margin-top:2.2rem}h1,h2,h3,.title,.summary,caption,figcaption{break-after:avoid}figure,tr,li,.lists,.writing,.facts div,dt,dd,.row,.names,pre{break-inside:avoid}p:has(+.lists),p:has(+p+.lists),p:has(+p+p+.lists),.lists:has(+.writing),.lists:has(+p+.writing),p:has(+.writing){break-after:avoid}.lists,.writing{margin:.6rem 0}.lists ul{margin:.3rem 0}.lists li{margin:.1rem 0}.writing span{height:1.7rem}p{orphans:3;widows:3}thead{display:table-header-group}.scroll{overflow:visible;background:none}.text{background:none;padding:0}a{color:inherit}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

        """
}
