// Style of charts and of the evaluator's pages: colours by class, for light, dark, print and forced colours.

/** Colours of the answers: a scale between two poles, and hues without order; each with the letters on it. */
const light = {
  scale: [
    ["#0b5563", "#fff"],
    ["#357784", "#fff"],
    ["#9ccbd2", "#06303a"],
    ["#dde3e4", "#1d2629"],
    ["#f1cfa6", "#3c2807"],
    ["#d08a45", "#1f1200"],
    ["#94460a", "#fff"],
  ],
  hue: [
    ["#0b5563", "#fff"],
    ["#d9a441", "#1f1200"],
    ["#6a4c93", "#fff"],
    ["#9ccbd2", "#06303a"],
    ["#a63d57", "#fff"],
    ["#8aa85a", "#14200a"],
    ["#55606b", "#fff"],
    ["#e3b7a0", "#3a1c0c"],
  ],
} as const;

const dark = {
  scale: [
    ["#8fd3de", "#00171c"],
    ["#4f9dab", "#00171c"],
    ["#23596a", "#fff"],
    ["#4a5559", "#fff"],
    ["#6d4a22", "#fff"],
    ["#c4843f", "#1a0f00"],
    ["#f3c18b", "#241200"],
  ],
  hue: [
    ["#8fd3de", "#00171c"],
    ["#b98427", "#120a00"],
    ["#b9a0e0", "#170a2b"],
    ["#23596a", "#fff"],
    ["#e2899f", "#2a0610"],
    ["#5f7d33", "#fff"],
    ["#98a5b1", "#0e151b"],
    ["#7c4a33", "#fff"],
  ],
} as const;

type Palette = Readonly<Record<"scale" | "hue", readonly (readonly [string, string])[]>>;

const paletteRules = (palette: Palette): string =>
  Object.entries(palette)
    .flatMap(([name, pairs]) =>
      pairs.map(
        ([fill, letters], index) =>
          `.fill-${name}-${index}{fill:${fill}}.on-${name}-${index}{fill:${letters};font-weight:600;font-size:14px}`,
      ),
    )
    .join("");

/** CSS text; goes into a style element with the response's nonce. */
export const chartSheet = `
.chart{display:block;width:100%;max-width:32rem;height:auto;overflow:visible;font-family:inherit;fill:currentColor}
.chart text{white-space:pre}
.chart-label{font-weight:600}
.chart-tick,.chart-hidden{fill:var(--ds-color-neutral-text-subtle)}
.chart-hidden{font-style:italic}
.chart-grid{stroke:var(--ds-color-neutral-border-subtle);stroke-width:1}
.chart-zero{stroke:currentColor;stroke-width:1.5;stroke-dasharray:none}
.chart-line{stroke:currentColor;stroke-width:2.5;fill:none}
.chart-dot{stroke:currentColor;stroke-width:2.5;fill:var(--ds-color-neutral-surface-default)}
.chart-line.clear,.chart-dot.clear{stroke:var(--ds-color-base-default)}
.chart-dot.clear{fill:var(--ds-color-base-default)}
.chart-line.faint,.chart-dot.faint{stroke:var(--ds-color-neutral-border-default)}
.chart-line.faint{stroke-dasharray:4 3}
${paletteRules(light)}
@media (prefers-color-scheme:dark){@media not print{${paletteRules(dark)}}}
.swatch{width:1em;height:1em;vertical-align:-0.125em;margin-inline-end:.5em}
.swatch rect{stroke:var(--ds-color-neutral-border-default);stroke-width:1}
.beside{display:grid;gap:1.5rem 2.5rem;grid-template-columns:minmax(0,1fr);align-items:start}
@media (min-width:56rem){.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.beside.uneven{column-gap:1.5rem;grid-template-columns:minmax(0,19.5rem) minmax(0,1fr)}}
.beside .strip,.changes .strip{max-width:25rem;width:100%}
.changes{list-style:none;padding:0;margin:0}
.changes>li{display:grid;gap:.75rem 2.5rem;grid-template-columns:minmax(0,1fr);margin-bottom:1rem}
.changes h2{margin-bottom:.25rem;font-size:1.1875rem;text-wrap:initial}
.changes p{margin-bottom:.5rem}
.changes p:last-child{margin-bottom:0}
@media (min-width:56rem){.changes>li{grid-template-columns:minmax(0,1fr) 25rem;align-items:center}}
.figures{font-size:1rem}
.figures .ds-table td,.figures .ds-table th{padding:.5rem .375rem}
.figures .ds-table th:first-child{padding-inline-start:0}
.beside .figures .ds-table{font-size:.9375rem}
.figures .ds-table>caption{font-size:1rem;padding-inline:0}
.figures td.number{white-space:nowrap}
.figures .ds-tag{white-space:normal}
.cell-label{display:none}
@media (max-width:40rem){
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tbody{display:block}
.stack tr{display:flex;flex-direction:column;gap:.125rem;padding:.75rem 0;border-bottom:1px solid var(--ds-color-neutral-border-subtle)}
.stack tr>*{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;border:0;padding:.125rem 0;text-align:start;background:none}
.stack tr>th{order:-2;font-size:1.0625rem}
.stack tr>td:last-child{order:-1;padding-bottom:.375rem}
.stack td:last-child>.cell-label{display:none}
.stack .cell-label{display:inline;color:var(--ds-color-neutral-text-subtle)}
.stack .cell-label::before{content:attr(data-label)}
.stack .measured{flex-basis:100%}
}
.measured{display:block;font-weight:400;color:var(--ds-color-neutral-text-subtle)}
.arrow{margin-inline-end:.375em}
.tally{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0}
.tally>li{margin:0}
.faint-row{color:var(--ds-color-neutral-text-subtle)}
.hidden-word{font-style:italic;color:var(--ds-color-neutral-text-subtle)}
.settings{margin-bottom:1.5rem}
.settings .field{margin:0}
.settings .row{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end}
.settings .row>.field{flex:0 1 auto;min-width:0;max-width:100%}
.settings select{max-width:100%}
.narrow section{margin-top:2rem}
.pager{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem}
@media (forced-colors:active){.swatch,.chart{forced-color-adjust:none}.chart{background:#fff;color:#000}}
@media print{.chart,.swatch{print-color-adjust:exact;-webkit-print-color-adjust:exact}.settings,.pager{display:none}.beside,.changes>li{break-inside:avoid}}
`;
