export const disagreementStyle = `
.disagreements { width: 100%; border-collapse: separate; border-spacing: 0; font-size: .875rem; }
.disagreements th, .disagreements td { padding: .75rem 1rem .8rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
.disagreements tr > :first-child { padding-left: 1.1rem; }
.disagreements thead th { padding-top: .75rem; padding-bottom: .5rem; font-size: .75rem; font-weight: 600; color: var(--muted); }
.disagreements tbody tr:last-child > * { border-bottom: 0; }
.disagreements td { min-width: 9.5rem; }
.disagreements th[scope="row"] { min-width: 14rem; }
.disagreements th b, .disagreements .path { font-weight: 600; }
.disagreements .mode { font-size: .8125rem; }
.disagreements td a { display: block; width: max-content; margin-top: .35rem; font: .8125rem/1.4 var(--mono); }
.from { margin-top: .15rem; display: grid; gap: .1rem; }
.from .host { font-size: .75rem; }
.scope { padding: .05rem .5rem; font-size: .8125rem; color: var(--calm); background: var(--calm-bg); border: 1px solid var(--calm-line); border-radius: 999px; }
.console + .caption { margin-top: .75rem; }
.caption + .console { margin-top: .3rem; }`;
