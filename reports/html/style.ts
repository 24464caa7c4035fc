import { disagreementStyle } from './disagreement-style.ts';
import { filterStyle } from './filter.ts';
import { findingStyle } from './finding-style.ts';
import { fixStyle } from './fix-style.ts';
import { matrixStyle } from './matrix-style.ts';

const palette = `
:root {
  color-scheme: light dark;
  --bg: #f5f5f2; --surface: #fff; --sunken: #f2f2ee; --ink: #1a1c1e; --muted: #5a6067;
  --line: #e3e3de; --line-strong: #c9c9c2; --link: #1d58b3; --shadow: 0 1px 2px rgb(0 0 0 / 5%), 0 8px 24px -18px rgb(0 0 0 / 25%);
  --bad: #b3261e; --bad-bg: #fcebe9; --bad-line: #efc4bf; --on-bad: #fff;
  --warn: #825000; --warn-bg: #fcf1d9; --warn-line: #ecd6a4;
  --good: #17663a; --good-bg: #e5f3ea; --good-line: #bfe0cb;
  --calm: #4b5768; --calm-bg: #edf0f4; --calm-line: #d5dbe3;
  --odd: #5f35a3; --odd-bg: #f1ebfb; --odd-line: #d9c9f2;
  --margin: clamp(1rem, 4vw, 2.5rem);
  --sans: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #111315; --surface: #191c1f; --sunken: #131618; --ink: #e8eaec; --muted: #9aa2ab;
    --line: #2a2f34; --line-strong: #414850; --link: #8db7ff; --shadow: none;
    --bad: #ff9187; --bad-bg: #371b19; --bad-line: #5f2c28; --on-bad: #2a0705;
    --warn: #f0bf62; --warn-bg: #32270f; --warn-line: #57451d;
    --good: #74d397; --good-bg: #142c1e; --good-line: #235237;
    --calm: #abb7c6; --calm-bg: #22282f; --calm-line: #36404b;
    --odd: #c6abf6; --odd-bg: #291f3d; --odd-line: #46356a;
  }
}`;

const base = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.55 var(--sans); }
.masthead, main, footer { max-width: 80rem; margin: 0 auto; padding: 0 var(--margin); }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
/* Japanese has no spaces: lines end behind phrases where the browser knows them, and never before a long vowel's mark. */
:lang(ja) { word-break: auto-phrase; line-break: strict; }
code, pre, .path, .host, .url, .request, .name { font-family: var(--mono); font-size: .9em; }
.path, .host, .url, .request { overflow-wrap: anywhere; unicode-bidi: isolate; }
.count { color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
.icon-sheet { position: absolute; }
.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }

.masthead { padding-top: clamp(1rem, 3.5vw, 2.5rem); }
.eyebrow { font-size: .75rem; font-weight: 600; letter-spacing: .09em; text-transform: uppercase; color: var(--muted); }
h1 { margin-top: .35rem; font-size: clamp(1.45rem, 4.2vw, 2.35rem); line-height: 1.15; font-weight: 650; letter-spacing: -.022em; overflow-wrap: anywhere; text-wrap: balance; }
.meta { margin-top: .5rem; color: var(--muted); }
.gate { margin-top: 1.75rem; padding: 1rem 1.25rem; display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.75rem; align-items: baseline; border: 1px solid; border-radius: 12px; }
.gate.is-failed { background: var(--bad-bg); border-color: var(--bad-line); }
.gate.is-passed { background: var(--good-bg); border-color: var(--good-line); }
.gate-word { font-size: 1.15rem; font-weight: 650; letter-spacing: -.01em; }
.gate-word .icon { margin-right: .5rem; vertical-align: -.1em; }
.is-failed .gate-word { color: var(--bad); }
.is-passed .gate-word { color: var(--good); }
.gate li { overflow-wrap: anywhere; }
.gate li + li { margin-top: .2rem; }
.gate summary { cursor: pointer; width: max-content; font-size: .875rem; color: var(--muted); }
.reasons { margin-top: .25rem; font-size: .875rem; }
.numbers { margin-top: 1rem; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.numbers > div { padding: .85rem 1.25rem .95rem; display: flex; flex-direction: column; }
.numbers > div + div { border-left: 1px solid var(--line); }
.numbers dt { font-size: .8125rem; color: var(--muted); }
.numbers dt, .numbers .note { word-break: keep-all; overflow-wrap: anywhere; }
.numbers dd { font-size: 1.75rem; line-height: 1.25; font-weight: 600; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.numbers .note { font-size: .75rem; line-height: 1.35; font-weight: 400; letter-spacing: 0; color: var(--muted); }
.numbers a { color: inherit; text-decoration-color: transparent; }
.numbers a:hover { text-decoration-color: currentColor; }
.numbers .is-zero dd { color: var(--muted); font-weight: 400; }
.tone-bad dd { color: var(--bad); } .tone-warn dd { color: var(--warn); } .tone-odd dd { color: var(--odd); } .tone-good dd { color: var(--good); } .tone-calm dd { color: var(--calm); }

.block { margin-top: 3rem; }
h2 { font-size: 1.25rem; font-weight: 650; letter-spacing: -.015em; }
h2 .count { white-space: normal; }
.lead { color: var(--muted); margin-top: .15rem; max-width: 60rem; }
.plain-list { margin-top: 1rem; display: grid; gap: .75rem; }
.plain-list > li { padding: .9rem 1.1rem; background: var(--odd-bg); border: 1px solid var(--odd-line); border-radius: 10px; }
.plain-list .icon { color: var(--odd); margin-right: .45rem; vertical-align: -.12em; }
#inapplicable .plain-list > li { background: var(--surface); border-color: var(--line); }
#inapplicable .plain-list .icon { color: var(--muted); }
.plain-list .path { font-weight: 600; margin-right: .35rem; }
.requests { margin-top: .6rem; display: flex; flex-wrap: wrap; gap: .35rem; }
.request { padding: .1rem .45rem; background: var(--calm-bg); border: 1px solid var(--calm-line); border-radius: 6px; font-size: .8rem; }
footer { margin-top: 4rem; padding-top: 1.25rem; padding-bottom: 2.5rem; color: var(--muted); font-size: .8125rem; }
@media (max-width: 44rem) {
  .masthead { padding-top: .75rem; }
  .meta, .gate ul, .lead { font-size: .875rem; }
  .meta { margin-top: .25rem; }
  .gate { grid-template-columns: 1fr; margin-top: 1rem; padding: .75rem 1rem; }
  .block { margin-top: 1.5rem; }
  .numbers { grid-auto-flow: row; grid-template-columns: repeat(3, 1fr); margin-top: .75rem; }
  .numbers > div { padding: .4rem .75rem; flex-flow: row wrap; align-items: baseline; column-gap: .4rem; }
  .numbers dt { order: 1; font-size: .75rem; }
  .numbers dd { font-size: 1.15rem; }
  .numbers .note { order: 2; flex-basis: 100%; }
  .numbers > div:nth-child(n + 4) { border-top: 1px solid var(--line); }
  .numbers > div:nth-child(3n + 4) { border-left: 0; }
}`;

const print = `
@media print {
  :root { --bg: #fff; --shadow: none; }
  body { font-size: 10pt; }
  .masthead, main, footer { max-width: none; padding: 0; }
  .block { margin-top: 1.75rem; }
  .finding, .plain-list > li, .matrix tr, .disagreements tr { break-inside: avoid; }
  .matrix-scroll { overflow: visible; border: 0; }
  .matrix { font-size: 7.5pt; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .evidence, .close { display: none; }
}`;

/** The whole style sheet. It holds no data, so that its hash can stand in the page's policy. */
export const styleSheet = [
  palette,
  base,
  filterStyle,
  matrixStyle,
  findingStyle,
  disagreementStyle,
  fixStyle,
  print,
].join('\n');
