export const matrixStyle = `
.legend { margin-top: .85rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: .4rem 2.5rem; font-size: .8125rem; color: var(--muted); }
.legend li { display: grid; grid-template-columns: 7.5rem 2.25rem 1fr; align-items: center; gap: .75rem; }
.legend .count { color: var(--ink); font-weight: 600; text-align: right; }
.matrix-scroll { margin-top: 1rem; overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .875rem; }
.matrix th, .matrix td { padding: .55rem .25rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.matrix tbody tr:last-child > * { border-bottom: 0; }
.matrix thead tr:first-child > * { border-bottom: 0; padding-bottom: 0; }
.matrix .group { font-size: .75rem; font-weight: 600; color: var(--muted); padding-top: .75rem; }
.matrix .edge { border-left: 1px solid var(--line-strong); padding-left: .75rem; }
.matrix .origin { min-width: 7.5rem; max-width: 11rem; font-weight: 400; vertical-align: bottom; }
.role { display: block; font-size: .75rem; color: var(--muted); line-height: 1.35; }
.matrix .host { display: block; overflow-wrap: break-word; font-size: .75rem; line-height: 1.35; font-weight: 600; }
.alike { margin: .15rem 0 0; padding: 0; border: 0; background: none; color: var(--muted); font: inherit; font-size: .75rem; text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }
.alike:hover { color: var(--ink); }
.matrix th[scope="row"], .matrix .corner, .matrix thead tr:first-child > td { position: sticky; left: 0; z-index: 1; background: var(--surface); padding-left: 1.1rem; padding-right: 1rem; min-width: 8rem; max-width: 17rem; }
.matrix .corner { vertical-align: bottom; font-size: .75rem; font-weight: 600; color: var(--muted); }
.matrix .path { display: block; width: max-content; max-width: 15rem; overflow-wrap: break-word; font-weight: 600; font-size: .8125rem; }
.methods { display: block; margin-top: .1rem; font-size: .75rem; font-weight: 400; color: var(--muted); letter-spacing: .02em; }
.matrix tbody tr:hover > * { background: var(--sunken); }
.cell { display: flex; flex-direction: column; align-items: flex-start; gap: .25rem; width: 100%; margin: 0; padding: .1rem; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; border-radius: 7px; }
.cell:hover .chip { border-color: currentColor; }
.unasked { color: var(--muted); font-size: .75rem; }
.chip { display: inline-block; padding: .12rem .4rem .14rem .32rem; border: 1px solid transparent; border-radius: 6px; font-size: .75rem; line-height: 1.4; }
.chip .icon { margin-right: .35em; vertical-align: -.15em; }
.chip b { font-weight: 650; letter-spacing: .01em; }
.chip .note, .chip .engines { margin-left: .15em; padding-left: .45em; border-left: 1px solid; }
.is-reads { color: var(--good); background: var(--good-bg); border-color: var(--good-line); }
.is-refused { color: var(--calm); background: var(--calm-bg); border-color: var(--calm-line); }
.is-too-open { color: var(--on-bad); background: var(--bad); border-color: var(--bad); }
.is-too-closed, .is-not-reached, .is-header-hidden { color: var(--bad); background: var(--bad-bg); border-color: var(--bad); }
.chip.is-hazard { color: var(--warn); background: var(--warn-bg); border-color: var(--warn-line); }
.is-inconclusive { color: var(--odd); background: var(--odd-bg); border-color: var(--odd-line); border-style: dashed; }
.is-inapplicable { color: var(--muted); border-color: var(--line); }
.cell:hover .is-too-open { border-color: var(--ink); }

.sheet { position: fixed; inset: auto 0 0 0; margin: 0 auto; width: min(46rem, 100vw); max-height: 46vh; padding: 0; overflow: auto; color: var(--ink); background: var(--surface); border: 1px solid var(--line-strong); border-bottom: 0; border-radius: 14px 14px 0 0; box-shadow: 0 -12px 48px rgb(0 0 0 / 22%); }
.sheet-head { position: sticky; top: 0; display: flex; gap: 1rem; justify-content: space-between; align-items: start; padding: 1rem 1.25rem .75rem; background: var(--surface); border-bottom: 1px solid var(--line); }
.sheet-head .path, .sheet-head .host { font-weight: 600; }
.sheet-head .role { display: inline; }
.close { padding: .25rem .75rem; font: inherit; font-size: .8125rem; color: inherit; background: var(--sunken); border: 1px solid var(--line-strong); border-radius: 7px; cursor: pointer; }
.checks { padding: .25rem 1.25rem 1.25rem; }
.alike-head { padding: .75rem 1.25rem 0; font-size: .875rem; font-weight: 600; }
.alike-head .role { display: inline; font-weight: 400; }
.alike-head + .checks { padding-bottom: .25rem; }
.checks li { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .75rem; padding: .6rem 0; font-size: .875rem; }
.checks li + li { border-top: 1px solid var(--line); }
.mode { color: var(--muted); }
.checks a { font-family: var(--mono); font-size: .8125rem; }
.reason { flex-basis: 100%; color: var(--muted); }
@supports not selector(:popover-open) { .sheet { display: none; } }
@media (min-width: 44rem) {
  .matrix { table-layout: fixed; }
  .matrix .corner, .matrix thead tr:first-child > td { width: 12rem; }
  .matrix .origin { min-width: 0; max-width: none; }
  .matrix .host, .chip { overflow-wrap: anywhere; }
}
@media (max-width: 44rem) {
  .matrix th[scope="row"], .matrix .corner, .matrix thead tr:first-child > td { min-width: 7rem; max-width: 9rem; padding-left: .75rem; padding-right: .5rem; border-right: 1px solid var(--line); }
  .matrix .path { max-width: 7.75rem; }
  .sheet { max-height: 62vh; }
}`;
