import type { Report } from '../../src/model.ts';
import type { Finding } from '../read/findings.ts';
import { engineNames } from '../words/wording.ts';
import { say, type Word } from '../../src/words/say.ts';
import { html, nothing, type Html } from './markup.ts';

/** How many findings, and how many routes, are looked through without help. */
const few = { findings: 5, routes: 12 } as const;

/** Reports whether there is more on the page than a reader looks through without help. */
export const needsFilter = ({ routes }: Report, findings: readonly Finding[]): boolean =>
  findings.length > few.findings || routes.length > few.routes;

/** Returns the fields by which a reader narrows a long page: without its script they are hidden, and all is shown. */
export function filter({ engines }: Report, findings: readonly Finding[]): Html {
  const severities = unique(findings.map(({ severity }) => severity));
  const routes = unique(findings.map(({ route }) => route));
  const origins = unique(findings.flatMap(({ verdicts }) => verdicts.map(({ origin }) => origin)));
  return html`<div class="filter" id="filter" role="search" hidden>
    <label
      >${say('Search')}
      <input type="search" name="text" placeholder="${say('route, origin, diagnosis, text')}" />
    </label>
    ${choice('severity', 'Severity', severities.map(asItIs))} ${choice('route', 'Route', routes.map(asItIs))}
    ${choice('origins', 'Origin', origins.map(asItIs))}
    ${choice(
      'engines',
      'Engine',
      engines.map(({ id }) => [id, engineNames[id]]),
    )}
    <output></output>
  </div>`;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const asItIs = (value: string): readonly [string, string] => [value, value];

function choice(name: string, label: Word, values: readonly (readonly [string, string])[]): Html {
  if (values.length < 2) return nothing;
  return html`<label
    >${say(label)}
    <select name="${name}">
      <option value="">${say('all')}</option>
      ${values.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>
  </label>`;
}

/**
 * Runs in the page. It holds no data, so that its hash can stand in the page's policy. What an item is found by stands
 * in its data attributes; the choice stands in the address.
 */
export const filterScript = (): string => `
(() => {
  const form = document.getElementById('filter');
  const fields = [...form.querySelectorAll('[name]')];
  const items = [...document.querySelectorAll('[data-route]')];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const fits = (item) =>
    fields.every(({ name, value }) => {
      if (value === '') return true;
      if (name === 'text') return texts.get(item).includes(value.trim().toLowerCase());
      const own = item.dataset[name];
      return own === undefined || own === value || own.split(' ').includes(value);
    });
  const show = () => {
    for (const item of items) item.hidden = !fits(item);
    for (const section of document.querySelectorAll('main > section')) {
      const own = items.filter((item) => section.contains(item));
      section.hidden = own.length > 0 && own.every((item) => item.hidden);
    }
    const chosen = new URLSearchParams(fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
    const findings = items.filter((item) => item.matches('.finding'));
    const shown = findings.filter((item) => !item.hidden).length;
    form.querySelector('output').textContent =
      String(chosen) === '' ? '' : ${shownText()};
    history.replaceState(null, '', (String(chosen) === '' ? location.pathname : '?' + chosen) + location.hash);
  };
  const given = new URLSearchParams(location.search);
  for (const field of fields) field.value = given.get(field.name) ?? '';
  form.addEventListener('input', show);
  // A link leads to what it names, whatever is chosen.
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.closest('[hidden]') === null) return;
    for (const field of fields) field.value = '';
    show();
    target.scrollIntoView();
  });
  form.hidden = false;
  show();
})();
`;

/** Returns what says in the page how many findings are shown, as JavaScript. */
const shownText = (): string =>
  `'${say('{shown} of {all} findings', { shown: "' + shown + '", all: "' + findings.length + '" })}'`.replace(
    /^'' \+ /,
    '',
  );

export const filterStyle = `
.filter { margin-top: 1.75rem; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
.filter[hidden], [data-route][hidden] { display: none; }
.filter label { flex: 1 1 8rem; display: grid; gap: .15rem; font-size: .75rem; font-weight: 600; color: var(--muted); min-width: 0; }
.filter input, .filter select { min-height: 2rem; max-width: 100%; padding: .2rem .5rem; font: .875rem var(--sans); color: var(--ink); background: var(--surface); border: 1px solid var(--line-strong); border-radius: 7px; }
.filter label:first-child { flex: 3 1 16rem; }
.filter select { width: 100%; }
.filter output { padding-bottom: .35rem; font-size: .875rem; color: var(--muted); }
@media (max-width: 44rem) {
  .filter { margin-top: 1rem; gap: .35rem .5rem; }
  .filter label { flex: 1 1 5rem; }
  .filter label:first-child { flex-basis: 100%; }
}
@media print { .filter { display: none; } }`;
