// The style sheet of questions, on top of the design system's tokens; the page shell inlines it.

/** Plain CSS. Phones first; a matrix becomes a grid from 48rem; print and forced colours keep their marks. */
export const questionStyles = `
.tv-questions{display:flex;flex-direction:column;gap:var(--ds-size-10)}
.tv-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tv-question>legend,.tv-question>label{font-size:1.125em;line-height:1.4;max-width:40em}
.tv-required{font-weight:var(--ds-font-weight-regular);color:var(--ds-color-neutral-text-subtle);font-size:.9em}
.tv-help{margin-block:var(--ds-size-1);color:var(--ds-color-neutral-text-subtle);max-width:40em;white-space:pre-line}
.tv-question>.ds-validation-message,.tv-row>.ds-validation-message{margin-block:var(--ds-size-2)}
.tv-choices>.tv-choice{margin-block:var(--ds-size-1) 0}
.tv-choice{min-height:var(--ds-size-11);align-items:center}
.tv-choice>label{padding-block:var(--ds-size-2)}
.tv-choices:has(>.tv-other) .tv-other{margin-block-start:var(--ds-size-2);margin-inline-start:var(--ds-size-8);max-width:30em}
.tv-choices:not(:has([data-other]:checked))>.tv-other{display:none}
.tv-picture{display:block;max-width:100%;height:auto}
.tv-text{max-width:40em}
.tv-text img{max-width:100%;height:auto}
.tv-panel{display:flex;flex-direction:column;gap:var(--ds-size-8);border-inline-start:var(--ds-size-1) solid var(--ds-color-border-subtle);padding-inline-start:var(--ds-size-5)}
.tv-panel>:is(h2,p){margin:0}
.tv-scale{display:flex;flex-wrap:wrap;gap:var(--ds-size-2);align-items:center}
.tv-step{display:flex;flex-direction:column;align-items:center;min-width:var(--ds-size-11);gap:var(--ds-size-1)}
.tv-step>label{padding:var(--ds-size-1) var(--ds-size-2);cursor:pointer}
.tv-end{color:var(--ds-color-neutral-text-subtle);max-width:10em}
.tv-heads{display:none}
.tv-row{border-block-start:1px solid var(--ds-color-neutral-border-subtle);padding-block:var(--ds-size-3)}
.tv-row>*+*{margin-block-start:0}
.tv-rank{display:flex!important;gap:var(--ds-size-3);align-items:center}
.tv-ranking>.tv-rank{margin-block-start:var(--ds-size-2)}
.tv-rank>.ds-input{margin-top:0!important}
.tv-multipletext>.ds-field{margin-block-start:var(--ds-size-4)}
.tv-turn{border:1px solid var(--ds-color-neutral-border-subtle);border-radius:var(--ds-border-radius-md);padding:var(--ds-size-5);display:flow-root}
.tv-turn>*+*{margin-block-start:var(--ds-size-6)}
.tv-turn>legend+*{margin-block-start:0}
.tv-turn-questions,.tv-table-row{display:flex;flex-direction:column;gap:var(--ds-size-8)}
.tv-table-row{gap:var(--ds-size-5)}
.tv-table-row .tv-question>:is(legend,label){font-size:1em}
.tv-loop>.tv-turn{margin-block-start:var(--ds-size-5)}
.tv-loop>.tv-reshape{margin-block-start:var(--ds-size-5)}
.tv-turn>.tv-reshape{margin-inline-start:calc(var(--ds-size-4)*-1)}
.tv-turn>legend{font-size:1.125em;padding-inline:var(--ds-size-2)}
.tv-date,.tv-text input[type=date]{max-width:14em}
@media (min-width:48rem){
.tv-matrix{container-type:inline-size}
.tv-table-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));align-items:start}
.tv-heads,.tv-cells{display:grid;grid-template-columns:repeat(var(--tv-columns,5),minmax(0,1fr));gap:var(--ds-size-2)}
.tv-columns-1{--tv-columns:1}.tv-columns-2{--tv-columns:2}.tv-columns-3{--tv-columns:3}.tv-columns-4{--tv-columns:4}.tv-columns-5{--tv-columns:5}.tv-columns-6{--tv-columns:6}.tv-columns-7{--tv-columns:7}
.tv-heads{margin-inline-start:38%;text-align:center;align-items:end;font-size:.9em;padding-block-end:var(--ds-size-2);position:sticky;top:0;background:var(--ds-color-neutral-background-default);z-index:1}
.tv-row{display:flow-root}
.tv-row>legend{float:inline-start;width:36%;padding-block:var(--ds-size-2)}
.tv-row>.ds-validation-message{margin-inline-start:38%}
.tv-row>.tv-cells{margin-inline-start:38%}
.tv-cells>.tv-choice{justify-self:center;position:relative;width:100%;justify-content:center;grid-template-columns:auto!important}
.tv-cells>.tv-choice>label{position:absolute;inset:0;overflow:hidden;text-indent:-200vw;white-space:nowrap}
}
@media print{.tv-reshape{display:none!important}.tv-row>legend,.tv-question{break-inside:avoid}.tv-choices:not(:has([data-other]:checked))>.tv-other{display:block}}
`;
