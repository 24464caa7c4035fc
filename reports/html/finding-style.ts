export const findingStyle = `
.finding { margin-top: .85rem; background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 12px; box-shadow: var(--shadow); }
.finding.is-critical, .finding.is-high { --tone: var(--bad); --tone-bg: var(--bad-bg); }
.finding.is-medium { --tone: var(--warn); --tone-bg: var(--warn-bg); }
.finding.is-low { --tone: var(--calm); --tone-bg: var(--calm-bg); }
.finding:target { outline: 2px solid var(--link); outline-offset: 3px; }
.finding > summary { position: relative; display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .75rem; padding: .85rem 2.75rem .85rem 1.25rem; cursor: pointer; list-style: none; border-radius: 10px; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::after { content: ""; position: absolute; top: 1.3rem; right: 1.3rem; width: .45rem; height: .45rem; border: solid var(--muted); border-width: 0 1.6px 1.6px 0; transform: rotate(45deg) translate(-.1rem, -.1rem); }
.finding[open] > summary::after { transform: rotate(-135deg) translate(-.1rem, -.1rem); }
.severity { padding: .05rem .5rem; border-radius: 5px; font-size: .75rem; font-weight: 650; color: var(--tone); background: var(--tone-bg); }
.is-critical .severity { color: var(--on-bad); background: var(--bad); }
.name { font-size: .95rem; font-weight: 650; overflow-wrap: anywhere; }
.kind { color: var(--muted); font-size: .875rem; }
.where { margin-left: auto; font-size: .875rem; text-align: right; }
.where .path { margin-right: .5rem; }
.body { padding: .25rem 1.25rem 1.25rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
.sentences { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem 1.75rem; }
.sentences dt, .body h3 { font-size: .75rem; font-weight: 600; color: var(--muted); }
.sentences dd { margin-top: .15rem; overflow-wrap: anywhere; }
.remedy strong { font-weight: 600; }
.body h3 { margin-bottom: .35rem; }
.body h4 { margin-bottom: .25rem; font-size: .75rem; font-weight: 600; color: var(--muted); }
.caption { font-size: .8125rem; color: var(--muted); overflow-wrap: anywhere; }
.caption + .code { margin-top: .3rem; }
.code + .caption { margin-top: .75rem; }
.code { padding: .6rem .85rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; font-size: .8125rem; line-height: 1.6; }
/* Whole: a value whose end is out of sight is copied wrong. */
.code code { display: block; font-size: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.code.good { background: var(--good-bg); border-color: var(--good-line); color: var(--good); }
.code.copy code { user-select: all; -webkit-user-select: all; }
.code + .code { margin-top: .4rem; }
.console { background: var(--bad-bg); border: 1px solid var(--bad-line); border-radius: 8px; font: .8125rem/1.55 var(--mono); color: var(--bad); }
.console li { padding: .5rem .85rem; overflow-wrap: anywhere; user-select: text; }
.console li + li { border-top: 1px solid var(--bad-line); }
.seen-for { width: 100%; border-collapse: collapse; font-size: .875rem; }
.seen-for th { font-size: .75rem; font-weight: 600; color: var(--muted); text-align: left; white-space: nowrap; }
.seen-for th, .seen-for td { padding: .35rem 1.25rem .35rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
.seen-for .host { min-width: 9rem; overflow-wrap: break-word; }
.seen-for tbody tr:last-child td { border-bottom: 0; }
.seen-for .role { display: inline; }
.more > summary { cursor: pointer; font-size: .8125rem; color: var(--link); width: max-content; }
.request { display: inline-block; max-width: 100%; }
.evidence > summary { cursor: pointer; font-size: .875rem; color: var(--link); width: max-content; }
.evidence > .caption { margin-top: 1rem; }
.exchanges > li { margin-top: .5rem; padding: .75rem .85rem; border: 1px solid var(--line); border-radius: 8px; }
.line { font-size: .875rem; overflow-wrap: anywhere; }
.purpose { color: var(--muted); }
.status { font-weight: 600; white-space: nowrap; }
.headers { margin-top: .6rem; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
.headers code { white-space: pre-wrap; overflow-wrap: anywhere; color: var(--muted); }
.headers code b { font-weight: 500; }
.headers .cors { color: var(--ink); }
.headers .cors b { font-weight: 700; }
.spec { font-size: .8125rem; overflow-wrap: anywhere; }
@media (max-width: 44rem) {
  .sentences, .headers { grid-template-columns: minmax(0, 1fr); }
  .where { margin-left: 0; flex-basis: 100%; text-align: left; }
  .finding > summary { padding-left: .9rem; }
  .body { padding-left: .9rem; padding-right: .9rem; }
  .seen-for { table-layout: fixed; }
  .seen-for th { white-space: normal; }
  .seen-for th, .seen-for td { padding-right: .6rem; }
  .seen-for .host { min-width: 0; overflow-wrap: anywhere; }
}`;
