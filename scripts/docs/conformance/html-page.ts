import { createHash } from 'node:crypto';
import { icon, iconSheet } from '../../../reports/html/icons.ts';
import { html, nothing, toString, trusted, type Html } from '../../../reports/html/markup.ts';
import { styleSheet } from '../../../reports/html/style.ts';
import { shownBy } from '../../../servers/conformance-runner/cells.ts';
import { columnIds, columns, toneOf, type ColumnId } from '../../../servers/conformance-runner/columns.ts';
import type { Intent } from '../../../servers/conformance-runner/library.ts';
import type { RawExchange } from '../../../servers/conformance-runner/row.ts';
import { absenceOf, ecosystems, guessesOf, linesOf, type Entry, type Line } from './table.ts';

/** Returns docs/conformance.html: one page that loads nothing and needs nothing else. */
export function conformanceHtml(entries: readonly Entry[]): string {
  const lines = [...linesOf(entries, 'declared'), ...linesOf(entries, 'defaults')];
  const ran = entries.filter(({ row }) => row !== null);
  const languages = new Set(ran.map(({ library }) => library.language));
  const absent = entries.filter((entry) => absenceOf(entry) !== null);
  const guesses = lines.map(guessesOf);
  const misses = guesses.reduce((sum, one) => sum + one.misses.length, 0);
  const count = guesses.reduce((sum, one) => sum + one.count, 0);
  const style = styleSheet + ownStyle;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  return toString(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="no-referrer" />
          <title>What CORS libraries do</title>
          ${trusted(`<style>${style}</style>`)}
        </head>
        <body>
          ${iconSheet()}
          <header class="masthead">
            <p class="eyebrow">CORS conformance</p>
            <h1>What CORS libraries do</h1>
            <p class="meta">
              Each set up for one promise, asked the same requests over raw HTTP. A cell opens the exchange
              that shows it.
            </p>
            <dl class="numbers">
              ${number('Libraries and servers', ran.length)} ${number('Languages', languages.size)}
              ${number('Guesses', count)} ${number('Wrong guesses', misses)}
              ${number('Not run', absent.length)}
            </dl>
          </header>
          <main>
            ${filterForm(entries)} ${section('declared', lines)} ${section('defaults', lines)}
            <section class="block">
              <h2>What is asked</h2>
              <dl class="asked">
                ${columnIds.map(
                  (id) =>
                    html`<div>
                      <dt>${columns[id].title}</dt>
                      <dd>${columns[id].asks}</dd>
                    </div>`,
                )}
              </dl>
            </section>
            ${absentSection(absent)}
          </main>
          <footer>
            <p>Written by npm run docs from reports/conformance/.</p>
          </footer>
          ${sheetsOf(lines)} ${trusted(`<script>${script}</script>`)}
        </body>
      </html> `,
  );
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const number = (label: string, value: number): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function filterForm(entries: readonly Entry[]): Html {
  const there = Object.entries(ecosystems).filter(([id]) =>
    entries.some(({ ecosystem }) => ecosystem === id),
  );
  return html`<div class="filter" id="filter" role="search" hidden>
    <label>Search <input type="search" name="text" placeholder="library, version, language" /></label>
    <label
      >Ecosystem
      <select name="ecosystem">
        <option value="">all</option>
        ${there.map(([id, title]) => html`<option value="${id}">${title}</option>`)}
      </select>
    </label>
    <label
      >Cells
      <select name="tone">
        <option value="">all</option>
        <option value="poor">with something against the promise</option>
      </select>
    </label>
    <output></output>
  </div>`;
}

const sections = {
  declared: {
    title: 'Set up for the promise',
    lead: 'Two trusted origins, GET PUT DELETE, content-type and authorization, credentials, x-total-count, 600 seconds.',
  },
  defaults: {
    title: 'With their defaults',
    lead: 'Switched on, and nothing else said. A page asks without credentials.',
  },
} as const satisfies Record<Intent, { readonly title: string; readonly lead: string }>;

function section(intent: Intent, all: readonly Line[]): Html {
  const lines = all.filter((line) => line.intent === intent);
  const { title, lead } = sections[intent];
  return html`<section id="${intent}" class="block">
    <h2>${title} <span class="count">${lines.length}</span></h2>
    <p class="lead">${lead}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label="${title}">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col" class="corner">Library</th>
            ${columnIds.map((id) => html`<th scope="col" class="promise" title="${columns[id].asks}">${columns[id].title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => tight(rowOf(line)))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function rowOf(line: Line): Html {
  const { entry, intent, result } = line;
  const isPoor =
    intent === 'declared' &&
    columnIds.some((id) => result.cells[id] !== null && toneOf(id, result.cells[id]) === 'poor');
  return html`<tr data-ecosystem="${entry.ecosystem}" data-tone="${isPoor ? 'poor' : 'good'}">
    <th scope="row">
      <span class="library">${entry.library.name}</span>
      <span class="role">${(entry.row?.versions ?? []).join(', ')} · ${entry.row?.date ?? ''}</span>
    </th>
    ${columnIds.map((id) => html`<td>${cellOf(line, id)}</td>`)}
  </tr>`;
}

const tones = {
  good: { className: 'is-reads', icon: 'reads' },
  poor: { className: 'is-too-closed', icon: 'too closed' },
  plain: { className: 'is-inapplicable', icon: null },
} as const;

function cellOf(line: Line, id: ColumnId): Html {
  const word = line.result.cells[id];
  if (word === null) return html`<span class="unasked">–</span>`;
  const tone = tones[line.intent === 'declared' ? toneOf(id, word) : 'plain'];
  return html`<button type="button" class="cell" popovertarget="${sheetId(line, id)}">
    <span class="chip ${tone.className}">${tone.icon === null ? nothing : icon(tone.icon)}${word}</span>
  </button>`;
}

/** Returns markup without the line breaks and indents of its templates, which are most of a long table. */
const tight = (markup: Html): Html => trusted(toString(markup).replace(/\s*\n\s*/g, ' '));

const sheetId = ({ entry, intent }: Line, id: ColumnId): string =>
  [entry.library.id, intent, ...shownBy[id]].join('--');

/** Returns what opens from the cells; several columns that the same exchanges show have one. */
function sheetsOf(lines: readonly Line[]): Html {
  const sheets = lines.flatMap((line) => {
    const ids = new Map(columnIds.map((id) => [sheetId(line, id), shownBy[id]]));
    return [...ids].map(([id, shown]) => {
      const exchanges = shown.flatMap((one) =>
        line.result.exchanges.filter((exchange) => exchange.id === one),
      );
      return exchanges.length === 0 ? nothing : sheet(id, line, exchanges);
    });
  });
  return tight(html`${sheets}`);
}

const sheet = (id: string, { entry, intent }: Line, exchanges: readonly RawExchange[]): Html =>
  html`<div popover id="${id}" class="sheet" role="dialog" aria-label="Exchange">
    <div class="sheet-head">
      <p>
        <span class="host">${entry.library.name}</span> <span class="role">${sections[intent].title}</span>
      </p>
      <button type="button" class="close" popovertarget="${id}" popovertargetaction="hide">Close</button>
    </div>
    ${exchanges.map((exchange) => html`<pre class="exchange">${exchangeLines(exchange)}</pre>`)}
  </div>`;

function exchangeLines({ method, path, requestHeaders, status, headers }: RawExchange): readonly Html[] {
  const line = (mark: string, text: string): Html => html`<code>${mark} ${text}</code>`;
  return [
    line('>', `${method} ${path}`),
    ...requestHeaders.map(([name, value]) => line('>', `${name}: ${value}`)),
    line('<', status === null ? 'no response' : String(status)),
    ...headers.map(([name, value]) => line('<', `${name}: ${value}`)),
  ];
}

function absentSection(absent: readonly Entry[]): Html {
  if (absent.length === 0) return nothing;
  return html`<section class="block">
    <h2>Not run <span class="count">${absent.length}</span></h2>
    <dl class="asked">
      ${absent.map(
        (entry) =>
          html`<div>
            <dt>${entry.library.name}</dt>
            <dd>${absenceOf(entry) ?? ''}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const ownStyle = `
.promise { font-size: .75rem; font-weight: 600; line-height: 1.3; vertical-align: bottom; min-width: 5.75rem; }
.matrix { table-layout: auto; }
.matrix .chip { white-space: nowrap; overflow-wrap: normal; }
.matrix thead tr:first-child > * { border-bottom: 1px solid var(--line); padding-bottom: .55rem; }
.matrix th[scope="row"] { min-width: 13rem; max-width: 16rem; font-weight: 400; }
.library { display: block; font-weight: 600; }
.masthead, main, footer { max-width: 100rem; }
.exchange { margin: 0; padding: .75rem 1.25rem; font-size: .8125rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
.exchange code { display: block; font-size: 1em; }
.exchange + .exchange { border-top: 1px solid var(--line); }
.asked { margin-top: 1rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: .75rem 2.5rem; font-size: .875rem; }
.asked dt { font-weight: 600; }
.asked dd { color: var(--muted); }
tr[hidden], section[hidden] { display: none; }
@media (max-width: 44rem) { .matrix th[scope="row"] { min-width: 9rem; } }`;

/** Runs in the page: hides the lines that the choice leaves out, and keeps the choice in the address. */
const script = `
(() => {
  const form = document.getElementById('filter');
  const fields = [...form.querySelectorAll('[name]')];
  const rows = [...document.querySelectorAll('tbody tr')];
  const texts = new Map(rows.map((row) => [row, row.querySelector('th').textContent.toLowerCase()]));
  const fits = (row) =>
    fields.every(({ name, value }) =>
      value === '' || (name === 'text' ? texts.get(row).includes(value.trim().toLowerCase()) : row.dataset[name] === value));
  const show = () => {
    for (const row of rows) row.hidden = !fits(row);
    for (const section of document.querySelectorAll('main > section:has(tbody)'))
      section.hidden = [...section.querySelectorAll('tbody tr')].every((row) => row.hidden);
    const chosen = new URLSearchParams(fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
    form.querySelector('output').textContent =
      String(chosen) === '' ? '' : rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' lines';
    history.replaceState(null, '', (String(chosen) === '' ? location.pathname : '?' + chosen) + location.hash);
  };
  const given = new URLSearchParams(location.search);
  for (const field of fields) field.value = given.get(field.name) ?? '';
  form.addEventListener('input', show);
  form.hidden = false;
  show();
})();
`;
