import { createHash } from 'node:crypto';
import type { Report, Verdict } from '../../src/model.ts';
import { engineList, enginesOf } from '../read/by-engine.ts';
import { findingsByVerdict, findingsOf, type Finding, type Findings } from '../read/findings.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { foundIn, foundText, numbersOf, warningText, type Found } from '../read/numbers.ts';
import { effectOf } from '../read/apart.ts';
import { remarksOf } from '../read/remarks.ts';
import { inconclusive, notJudged } from '../read/unjudged.ts';
import { outcomesOf } from '../read/outcome.ts';
import type { Standing } from '../read/reading.ts';
import { say, spokenLanguage, type Word } from '../../src/words/say.ts';
import { andDetail, counted, engineText, inRow, listed, ranText, roleLabel } from '../words/wording.ts';
import { disagreementSection } from './disagreements.ts';
import { findingCard } from './finding.ts';
import { filter, filterScript, needsFilter } from './filter.ts';
import { fixSection } from './fixes.ts';
import { icon, iconSheet } from './icons.ts';
import { firstFewOf, html, nothing, toString, trusted, type Html } from './markup.ts';
import { matrix } from './matrix.ts';
import { styleSheet } from './style.ts';

/** Returns the whole report as one page that loads nothing and needs nothing else; it runs the script of its filter alone. */
export function renderPage(report: Report): string {
  const found = findingsOf(report);
  const { violations, hazards, accepted, off } = found;
  const unjudged = notJudged(report);
  const held = report.verdicts.filter((verdict) => verdict.held);
  const findings = [...violations, ...hazards, ...accepted, ...off];
  const byVerdict = findingsByVerdict(findings);
  const isFiltered = needsFilter(report, findings);
  const filtering = filterScript();
  const script = isFiltered ? ` script-src ${hashOf(filtering)};` : '';
  const policy = `default-src 'none'; style-src ${hashOf(styleSheet)};${script} base-uri 'none'; form-action 'none'`;
  const state = say(report.gate.passed ? 'passed' : 'failed');
  const page = html`<!doctype html>
    <html lang="${spokenLanguage()}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${say('CORS {state}: {target}', { state, target: report.target })}</title>
        ${trusted(`<style>${styleSheet}</style>`)}
      </head>
      <body>
        ${iconSheet()} ${masthead(report, found, unjudged)}
        <main>
          ${isFiltered ? filter(report, findings) : nothing}
          ${findingSection('violations', 'Violations', say('What the policy forbids, or does not get.'), violations, openOf(violations))}
          ${findingSection('hazards', 'Hazards', hazardText(hazards, report), hazards, violations.length > 0 ? 0 : openOf(hazards))}
          ${findingSection('accepted', 'Accepted', say('Known, with a reason and an end: they do not fail the gate.'), accepted, 0)}
          ${findingSection('off', 'Off', say('The policy says why they do not fail the gate.'), off, 0)}
          ${reasonSection(inconclusiveWords, inconclusive(report), report)}
          <section id="matrix" class="block">
            <h2>${say('Who reads what')}</h2>
            ${matrix(report, byVerdict)}
          </section>
          ${disagreementSection(report, byVerdict)} ${fixSection(report)}
          ${reasonSection(notJudgedWords, unjudged, report)} ${heldSection(held)}
        </main>
        <footer>
          <p>
            ${say('cors-conformance {version}. Everything here is in report.json too.', { version: report.tool.version })}
          </p>
        </footer>
        ${isFiltered ? trusted(`<script>${filtering}</script>`) : nothing}
      </body>
    </html> `;
  return toString(page);
}

/** Returns the hash by which the page's policy knows a style or a script that holds no data. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function masthead(report: Report, found: Findings, unjudged: readonly Verdict[]): Html {
  const { gate, totals } = report;
  const { violations, warnings, hazards, accepted, off } = numbersOf(found);
  const engines = listed(report.engines.map(engineText));
  const remarks = remarksOf(report);
  const outcomes = outcomesOf(report, found).map(
    ({ text, anchor }) => html`<li class="outcome"><a href="#${anchor}">${text}</a></li>`,
  );
  const reasons = [...gate.reasons, ...remarks].map((reason) => html`<li>${reason}</li>`);
  return html`<header class="masthead">
    <p class="eyebrow">${say('CORS conformance')}</p>
    <h1>${report.target}</h1>
    <p class="meta">${ranIn(ranText(gate, 'planned check'), engines, gate.follow > 0)}</p>
    <div class="gate ${gate.passed ? 'is-passed' : 'is-failed'}">
      <p class="gate-word">
        ${icon(gate.passed ? 'reads' : 'too closed')}${say(gate.passed ? 'Gate passed' : 'Gate failed')}
      </p>
      ${
        gate.passed
          ? html`<div>
              <p>${[passedText(report, warnings), ...remarks].join(' ')}</p>
              ${
                outcomes.length === 0
                  ? nothing
                  : html`<ul>
                      ${outcomes}
                    </ul>`
              }
            </div>`
          : html`<ul>
              ${outcomes}${outcomes.length === 0 ? reasons : folded(reasons)}
            </ul>`
      }
    </div>
    <dl class="numbers">
      ${foundNumber('Violations', violations, violations.findings > warnings ? 'bad' : 'warn', warnings)}
      ${foundNumber('Hazards', hazards, 'warn')}
      ${accepted.findings > 0 ? foundNumber('Accepted', accepted, 'warn') : nothing}
      ${off.findings > 0 ? foundNumber('Off', off, 'warn') : nothing}
      ${number('Inconclusive', totals.inconclusive, 'odd', '#inconclusive')}
      ${number('Conform', totals.conforms, 'good', '#matrix')}
      ${number('Not judged', totals.inapplicable, 'calm', unjudged.length > 0 ? '#inapplicable' : '#matrix')}
      ${number('Held', totals.held, 'calm', '#held')}
    </dl>
  </header>`;
}

function ranIn(ran: string, engines: string, follow: boolean): string {
  if (engines === '') return ran;
  return follow ? say('{ran}, in {engines}', { ran, engines }) : say('{ran} in {engines}', { ran, engines });
}

/** Returns what a gate that is passed says, with what it has let through. */
function passedText(report: Report, warnings: number): string {
  const letThrough = [
    ...(report.totals.accepted > 0 ? [say('accepted')] : []),
    ...(report.totals.off > 0 ? [say('off')] : []),
    ...(warnings > 0 ? [say('a warning')] : []),
    ...(report.since === undefined ? [] : [say('as before')]),
  ];
  return letThrough.length === 0
    ? say('Every planned check has a verdict, and none is against the policy.')
    : say('Every planned check has a verdict, and none is against the policy, but for what is {known}.', {
        known: listed(letThrough),
      });
}

/** Returns what the gate itself says, which the sentences before it say in words. */
const folded = (reasons: readonly Html[]): Html =>
  html`<li class="outcome">
    <details>
      <summary>${say('Why the gate failed')}</summary>
      <ul class="reasons">
        ${reasons}
      </ul>
    </details>
  </li>`;

/** Returns a number of findings, with that of the checks that show them, as the heading of their section has both. */
function foundNumber(label: FoundLabel, { findings, checks }: Found, tone: string, warnings = 0): Html {
  const notes = [
    ...(findings > 0 ? [say('in {checks}', { checks: counted(checks, 'check') })] : []),
    ...(warnings > 0 ? [warningText(warnings)] : []),
  ];
  return number(label, findings, tone, `#${foundSections[label]}`, inRow(notes));
}

const foundSections = {
  Violations: 'violations',
  Hazards: 'hazards',
  Accepted: 'accepted',
  Off: 'off',
} as const;

type FoundLabel = keyof typeof foundSections;

function number(label: Word, value: number, tone: string, href: string, note = ''): Html {
  const shown = value === 0 ? html`${value}` : html`<a href="${href}">${value}</a>`;
  return html`<div class="${value === 0 ? 'is-zero' : `tone-${tone}`}">
    <dt>${say(label)}</dt>
    <dd>${shown}</dd>
    ${note === '' ? nothing : html`<dd class="note">${note}</dd>`}
  </div>`;
}

function findingSection(
  id: string,
  title: Word,
  lead: string,
  findings: readonly Finding[],
  open: number,
): Html {
  if (findings.length === 0) return nothing;
  const cards = findings.map((finding, index) => findingCard(finding, { isOpen: index < open }));
  return html`<section id="${id}" class="block">
    <h2>${say(title)} <span class="count">${summaryOf(findings)}</span></h2>
    <p class="lead">${lead}</p>
    ${cards}
  </section>`;
}

/** Returns how many cards are open when the page is. The others are one line each, so that a long list stays short. */
function openOf(findings: readonly Finding[]): number {
  return findings.length <= 4 ? findings.length : 2;
}

/** Returns how many findings there are, as the number at the head of the page counts them. */
function summaryOf(findings: readonly Finding[]): string {
  const warnings = findings.filter(({ kind, level }) => kind !== 'hazard' && level === 'warn').length;
  return inRow([foundText(foundIn(findings), 'finding'), ...(warnings > 0 ? [warningText(warnings)] : [])]);
}

function hazardText(hazards: readonly Finding[], { gate }: Report): string {
  return say(
    'What works here and breaks behind a cache, for a second origin or in another engine. {effect}',
    { effect: say(hazardEffects[effectOf(hazards, gate)]) },
  );
}

const hazardEffects = {
  all: 'They fail this gate.',
  some: 'Those of level error fail this gate.',
  none: 'They do not fail the gate.',
} as const;

const inconclusiveWords = {
  id: 'inconclusive',
  title: 'Inconclusive',
  lead: 'No verdict was reached, so the gate stays closed.',
} as const;

const notJudgedWords = {
  id: 'inapplicable',
  title: 'Not judged',
  lead: 'This does not fail the gate.',
} as const;

/** Returns verdicts under the reason that they give for being none. */
function reasonSection(
  { id, title, lead }: { readonly id: Standing; readonly title: Word; readonly lead: Word },
  verdicts: readonly Verdict[],
  { engines }: Report,
): Html {
  if (verdicts.length === 0) return nothing;
  const groups = groupBy(verdicts, ({ route, seen }) => `${route}\n${seen}`);
  return html`<section id="${id}" class="block">
    <h2>${say(title)} <span class="count">${verdicts.length}</span></h2>
    <p class="lead">${say(lead)}</p>
    <ul class="plain-list">
      ${groups.map(
        (group) =>
          html`<li data-route="${group[0].route}" data-engines="${enginesOf(group).join(' ')}">
            <p>
              ${icon(id)}<span class="path">${group[0].route}</span>
              ${engines.length > 1 ? html`<b>${engineList(enginesOf(group))}:</b> ` : nothing}${group[0].seen}
            </p>
            <div class="requests">${requestsOf(group)}</div>
          </li>`,
      )}
    </ul>
  </section>`;
}

function requestsOf(verdicts: readonly Verdict[]): Html {
  const texts = verdicts.map((verdict) =>
    say('{request} from {origin}', {
      request: `${verdict.method} ${verdict.credentialsMode}${andDetail(verdict)}`,
      origin: `${verdict.origin} (${roleLabel(verdict.originRole)})`,
    }),
  );
  return firstFewOf([...new Set(texts)].map((text) => html`<span class="request">${text}</span> `));
}

function heldSection(verdicts: readonly Verdict[]): Html {
  if (verdicts.length === 0) return nothing;
  const groups = groupBy(verdicts, ({ method, route }) => `${method} ${route}`);
  return html`<section id="held" class="block">
    <h2>${say('Held')} <span class="count">${verdicts.length}</span></h2>
    <p class="lead">
      ${say('Stopped in the browser after the real CORS-preflight request. The target never saw these requests.')}
    </p>
    <p class="requests">
      ${groups.map(
        (group) => html`<span class="request">${group[0].method} ${group[0].route} × ${group.length}</span> `,
      )}
    </p>
  </section>`;
}
