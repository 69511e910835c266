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
        <title>{{{title}}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <main>
        <header><h1>{{{title}}}</h1>{{#subtitle}}<p class="subtitle">{{{subtitle}}}</p>{{/subtitle}}</header>
        {{#blocks}}
        {{#heading}}<h2>{{{heading}}}</h2>{{/heading}}
        {{#paragraph}}<p class="lead">{{{paragraph}}}</p>{{/paragraph}}
        {{#note}}<p class="note">{{{note}}}</p>{{/note}}
        {{#list}}<ul>{{#items}}<li>{{{.}}}</li>{{/items}}</ul>{{/list}}
        {{#facts}}<dl class="facts">{{#items}}<div><dt>{{{name}}}</dt><dd>{{{value}}}</dd></div>{{/items}}</dl>{{/facts}}
        {{#table}}<div class="scroll"><table>{{#caption}}<caption>{{{caption}}}</caption>{{/caption}}
        <thead><tr>{{#columns}}<th scope="col" class="{{{class}}}">{{{text}}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#cells}}<td class="{{{class}}}">{{{text}}}</td>{{/cells}}</tr>{{/rows}}</tbody>
        </table></div>{{/table}}
        {{#bars}}<dl class="bars">{{#items}}<dt>{{{label}}}</dt><dd><span class="bar {{{layer}}}" style="width:{{{width}}}%"></span><span class="value">{{{value}}}</span></dd>{{/items}}</dl>{{/bars}}
        {{#preformatted}}<pre>{{{preformatted}}}</pre>{{/preformatted}}
        {{#marked}}<div class="text">{{#paragraphs}}<p>{{#runs}}{{#plain}}{{{plain}}}{{/plain}}{{#mark}}<mark class="{{{layer}}}" title="{{{name}}}">{{{text}}}</mark>{{/mark}}{{/runs}}</p>{{/paragraphs}}</div>{{/marked}}
        {{/blocks}}
        </main>
        </body>
        </html>

        """

    /// Blue, bluish green, orange and purple, the terminal's four, each in a tone for light and one for dark.
    static let text = """
        :root{--ink:#1d2430;--soft:#5b6472;--line:#dfe3e8;--page:#fff;--panel:#f6f7f9;--de:#0b6bcb;--ml:#0a7d5a;--ops:#b4530a;--pe:#8a3fb0;--out:#6b7280}
        @media (prefers-color-scheme:dark){:root{--ink:#e7eaef;--soft:#a3acb9;--line:#353c47;--page:#14181f;--panel:#1c222b;--de:#6cb3f5;--ml:#4fc99b;--ops:#f0a060;--pe:#cf9aea;--out:#9aa3b0}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0}
        h2{font-size:1.2rem;margin:2.4rem 0 .6rem;padding-top:1rem;border-top:1px solid var(--line)}
        .subtitle{font-size:1.1rem;color:var(--soft);margin:.3rem 0 0}
        .lead{font-size:1.08rem;margin:.8rem 0}
        .note{color:var(--soft);font-size:.92rem;margin:.5rem 0}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.45rem 1.5rem;margin:1rem 0}
        .facts div{min-width:0}.facts dt{color:var(--soft);font-size:.82rem}.facts dd{margin:0;overflow-wrap:anywhere}
        .bars{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:1rem 0;align-items:center}
        .bars dd{margin:0;display:flex;align-items:center;gap:.6rem}
        .bar{height:.95rem;min-width:2px;border-radius:3px;background:var(--out);max-width:85%}
        .value{font-variant-numeric:tabular-nums;color:var(--soft);font-size:.92rem}
        .bar.data-engineering{background:var(--de)}.bar.applied-ml{background:var(--ml)}.bar.mlops{background:var(--ops)}.bar.prompt-engineering{background:var(--pe)}
        .scroll{overflow-x:auto;margin:1rem 0}
        table{border-collapse:collapse;width:100%;font-size:.95rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        th{color:var(--soft);font-weight:600;font-size:.85rem}
        .date{white-space:nowrap}
        .figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .text{background:var(--panel);border-radius:8px;padding:1rem 1.2rem;overflow-wrap:anywhere}
        .text p{margin:.45rem 0}
        mark{color:inherit;background:none;font-weight:600;border-bottom:2px solid var(--out)}
        mark.data-engineering{color:var(--de);border-color:var(--de)}mark.applied-ml{color:var(--ml);border-color:var(--ml)}
        mark.mlops{color:var(--ops);border-color:var(--ops)}mark.prompt-engineering{color:var(--pe);border-color:var(--pe)}
        pre{background:var(--panel);padding:1rem;border-radius:8px;overflow-x:auto}
        li{margin:.35rem 0}
        @media print{body{font-size:11pt;background:#fff;color:#000}main{max-width:none;padding:0}.bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2{break-after:avoid}tr,dl.bars{break-inside:avoid}.text{background:none;padding:0}}
        """
}
