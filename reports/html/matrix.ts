import type { Report, Verdict } from '../../src/model.ts';
import { byCheck, enginesOf } from '../read/by-engine.ts';
import type { Finding } from '../read/findings.ts';
import { groupBy } from '../../src/words/group-by.ts';
import {
  badnessOf,
  cameTo,
  routeReadings,
  standingOf,
  worstStanding,
  type RouteReading,
  type Standing,
} from '../read/reading.ts';
import { methodTexts } from '../read/statuses.ts';
import { standingWord } from '../words/standing-words.ts';
import { andDetail, checkLabel, engineNames, inRow, modeText, roleLabel } from '../words/wording.ts';
import { say, type Word } from '../../src/words/say.ts';
import { icon } from './icons.ts';
import { columnHead, columnSheet, matrixColumns, type Alike, type Column } from './matrix-columns.ts';
import { breakable, html, nothing, toString, type Html } from './markup.ts';

const meanings = {
  reads: 'the page reads the response, as declared',
  refused: 'the browser refuses, as declared',
  'too open': 'reads what the policy keeps from it',
  'too closed': 'is refused what the policy promises it',
  'header hidden': 'reads all but a declared response header',
  'not reached': 'failed before CORS had a say',
  hazard: 'works here, breaks behind a cache or elsewhere',
  inconclusive: 'no verdict was reached',
  inapplicable: 'the check does not apply',
} as const satisfies Record<Standing, Word>;

/** How many columns fit a page of 1,280 px; the others stand in a table of their own below. */
const widest = 6;

/** Returns routes × origins; each cell opens a sheet with every check behind it. */
export function matrix(report: Report, findings: ReadonlyMap<Verdict, Finding>): Html {
  const routes = routeReadings(report);
  const columns = matrixColumns(report);
  const sheets = new Map<string, Sheet>();
  const cells = routes.map((route) => columns.map((column) => cellOf(route, column, findings, sheets)));
  const starts = Array.from({ length: Math.ceil(columns.length / widest) }, (_, part) => part * widest);
  return html`<ul class="legend">
      ${legend(report)}
    </ul>
    ${starts.map((start) => table(routes, columns, cells, start))} ${columns.map(columnSheet)}
    ${[...sheets.values()].map(cellSheet)}`;
}

/** Returns the table of the columns from `start` on, as many as fit. */
function table(
  routes: readonly RouteReading[],
  columns: readonly Column[],
  cells: readonly (readonly Html[])[],
  start: number,
): Html {
  const shown = columns.slice(start, start + widest);
  const trusted = shown.filter(([[{ role }]]) => role === 'trusted').length;
  const others = shown.length - trusted;
  const label =
    columns.length > widest
      ? say('Routes by origins, from column {column} on', { column: start + 1 })
      : say('Routes by origins');
  return html`<div class="matrix-scroll" tabindex="0" role="region" aria-label="${label}">
    <table class="matrix">
      <thead>
        <tr>
          <td></td>
          ${trusted === 0 ? nothing : html`<th scope="colgroup" colspan="${trusted}" class="group">${say('Trusted by the policy')}</th>`}${others === 0 ? nothing : html`<th scope="colgroup" colspan="${others}" class="group edge">${say('Everybody else')}</th>`}
        </tr>
        <tr>
          <th scope="col" class="corner">${say('Route')}</th>
          ${shown.map((column, index) => columnHead(column, { index: start + index, isEdge: index === trusted }))}
        </tr>
      </thead>
      <tbody>
        ${routes.map(
          (route, row) =>
            html`<tr data-route="${route.path}">
              <th scope="row">
                <span class="path">${breakable(route.path)}</span
                ><span class="methods">${methodTexts(route).join(', ')}</span>
              </th>
              ${(cells[row] ?? [])
                .slice(start, start + widest)
                .map((face, column) => html`<td class="${column === trusted ? 'edge' : ''}">${face}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Returns a chip: symbol, colour and words, the requests that it is about, and the engines where it does not hold for all. */
function chip(
  verdicts: readonly Verdict[],
  standing: Standing,
  { name = '', isRest = false, engines = '' }: ChipParts,
): Html {
  const notes = [
    ...(isHeld(verdicts) ? [say('held')] : []),
    ...(verdicts.every(({ followsFrom }) => followsFrom !== null) ? [say('follows')] : []),
    ...(standing === 'refused' && verdicts.some(isUnseenReading) ? [say('in part not judged')] : []),
  ].map((note) => html` <span class="note">${note}</span>`);
  const where = engines === '' ? nothing : html`<span class="engines">${engines}</span>`;
  return html`<span class="chip ${className(standing)}"
    >${icon(standing)}${name === '' ? nothing : html`<b>${name}</b> `}<span class="word"
      >${isRest ? say('the rest refused') : wordOf(verdicts, standing)}</span
    >
    ${notes} ${where}</span
  >`;
}

interface ChipParts {
  readonly name?: string;
  /** Whether it is about all that the chips before it do not name. */
  readonly isRest?: boolean;
  readonly engines?: string;
}

const isHeld = (verdicts: readonly Verdict[]): boolean => verdicts.some(({ held }) => held);

function wordOf(verdicts: readonly Verdict[], standing: Standing): string {
  // The response of a held request was never there to be read: its CORS-preflight response granted it. What compares
  // answers reads none.
  const isGranted =
    standing === 'reads' && isHeld(verdicts) && verdicts.every(({ held, check }) => held || check === 'vary');
  return isGranted ? say('granted') : standingWord(standing);
}

/** Reports whether it was not seen if the page could read what came of the request: "refused" would say too much. */
const isUnseenReading = ({ check, status }: Verdict): boolean =>
  check === 'unreadable' && status === 'inapplicable';

/** What the requests of one method and mode came to in some engines, or in all. */
interface Came {
  readonly method: string;
  readonly mode: string;
  readonly standing: Standing;
  /** Its engines; the empty string where all of them come to the same. */
  readonly engines: string;
  readonly verdicts: readonly Verdict[];
}

/** Returns what came of each method and mode: once where every engine comes to the same, else once for each standing. */
function cameOf(verdicts: readonly Verdict[]): readonly Came[] {
  return groupBy(verdicts, ({ method, credentialsMode }) => `${method} ${credentialsMode}`).flatMap((own) => {
    const [{ method, credentialsMode: mode }] = own;
    const standing = (some: readonly Verdict[]): Standing => worstStanding(some) ?? 'inapplicable';
    const alike = groupBy(
      groupBy(own, ({ engine }) => engine.id),
      standing,
    ).map((groups) => groups.flat());
    return alike.map((some) => ({
      method,
      mode,
      standing: standing(some),
      engines: alike.length === 1 ? '' : shortList(some),
      verdicts: some,
    }));
  });
}

/** Returns a chip for each standing, which names the requests that came to it, but for those that are refused as declared. */
function chipsOf(verdicts: readonly Verdict[]): readonly Html[] {
  const came = cameOf(verdicts);
  const alike = groupBy(came, (one) =>
    JSON.stringify([one.standing, one.engines, wordOf(one.verdicts, one.standing), isHeld(one.verdicts)]),
  );
  return alike
    .toSorted(([one], [other]) => badnessOf(one.standing) - badnessOf(other.standing))
    .map((some) => {
      const [{ standing, engines }] = some;
      const own = some.flatMap((one) => one.verdicts);
      if (standing !== 'refused')
        return chip(own, standing, { name: namesOf(some, came).join(', '), engines });
      return chip(own, standing, { isRest: alike.length > 1, engines });
    });
}

/** Returns the methods of `some`; those of which another mode came to something else, with their mode. */
function namesOf(some: readonly Came[], all: readonly Came[]): readonly string[] {
  const names = some.map(({ method, mode }) =>
    all.some((other) => other.method === method && other.mode !== mode && !some.includes(other))
      ? `${method} ${mode}`
      : method,
  );
  return [...new Set(names)];
}

/** What opens from each cell whose checks came to the same: one for all of them, as they are many. */
interface Sheet {
  readonly id: string;
  readonly checks: Html;
  readonly path: string;
  readonly column: Column;
  readonly cells: number;
}

/** Returns what a cell shows; its sheet is added to `sheets`, unless there is one that says the same. */
function cellOf(
  route: RouteReading,
  column: Column,
  findings: ReadonlyMap<Verdict, Finding>,
  sheets: Map<string, Sheet>,
): Html {
  const asked = column
    .map((alike) => ({ alike, verdicts: verdictsFrom(alike[0], route) }))
    .filter(({ verdicts }) => verdicts.length > 0);
  if (asked.length === 0) return html`<span class="unasked">${say('not asked')}</span>`;
  const checks = html`${asked.map(({ alike, verdicts }) => alikeChecks(alike, verdicts, findings, column.length > 1))}`;
  const key = toString(checks);
  const sheet = sheets.get(key) ?? {
    id: `checks-${sheets.size + 1}`,
    checks,
    path: route.path,
    column,
    cells: 0,
  };
  sheets.set(key, { ...sheet, cells: sheet.cells + 1 });
  const chips = chipsOf(asked.flatMap(({ verdicts }) => verdicts));
  return html`<button type="button" class="cell" popovertarget="${sheet.id}">${chips}</button>`;
}

const verdictsFrom = ({ origin, role }: Alike[0], { verdicts }: RouteReading): readonly Verdict[] =>
  verdicts.filter((verdict) => verdict.origin === origin && verdict.originRole === role);

/** Returns every check behind a cell from one origin, or from several for which they came to the same. */
function alikeChecks(
  [{ origin, role }, ...others]: Alike,
  verdicts: readonly Verdict[],
  findings: ReadonlyMap<Verdict, Finding>,
  isNamed: boolean,
): Html {
  const checks = [...byCheck(verdicts).values()].map((check) => checkItems(check, findings));
  const name = html`<p class="alike-head">
    <span class="host">${breakable(origin)}</span>
    <span class="role">${roleLabel(role)}</span
    >${others.length === 0 ? nothing : html`${say(', and {count} alike', { count: others.length })}`}
  </p>`;
  return html`${isNamed ? name : nothing}
    <ul class="checks">
      ${checks}
    </ul>`;
}

function cellSheet({ id, checks, path, column, cells }: Sheet): Html {
  const [[{ origin, role }]] = column;
  const others = column.flat().length - 1;
  return html`<div popover id="${id}" class="sheet" role="dialog" aria-label="${say('Checks of this cell')}">
    <div class="sheet-head">
      <p>
        ${cells === 1 ? nothing : html`${say('Alike in {count} cells, such as ', { count: cells })}`}<span
          class="path"
          >${breakable(path)}</span
        >
        ${say('from')}
        <span class="host">${breakable(origin)}</span>
        <span class="role">${roleLabel(role)}</span
        >${others === 0 ? nothing : html`${say(', and {count} alike', { count: others })}`}
      </p>
      <button type="button" class="close" popovertarget="${id}" popovertargetaction="hide">
        ${say('Close')}
      </button>
    </div>
    ${checks}
  </div> `;
}

/** Returns the engines with commas alone: a chip has no room for more. */
const shortList = (verdicts: readonly Verdict[]): string =>
  inRow(enginesOf(verdicts).map((id) => engineNames[id]));

/**
 * Returns one item for what every engine came to alike, and in the same way; each names its engines where they differ.
 */
function checkItems(check: readonly Verdict[], findings: ReadonlyMap<Verdict, Finding>): Html {
  const answers = groupBy(check, (verdict) => `${cameTo(verdict)} ${verdict.followsFrom === null}`);
  return html`${answers.map(([verdict, ...same]) =>
    checkItem(verdict, findings, answers.length > 1 ? shortList([verdict, ...same]) : ''),
  )}`;
}

function checkItem(verdict: Verdict, findings: ReadonlyMap<Verdict, Finding>, engines: string): Html {
  const standing = standingOf(verdict);
  const finding = findings.get(verdict);
  const link = finding === undefined ? nothing : html` <a href="#${finding.anchor}">${finding.name}</a>`;
  const reason =
    verdict.status === 'inconclusive' || verdict.status === 'inapplicable'
      ? html` <span class="reason">${verdict.seen}</span>`
      : nothing;
  return html`<li>
    ${chip([verdict], standing, { name: verdict.method, engines })}
    <span class="mode">${modeText(verdict)}${andDetail(verdict)}</span>
    <span class="asks">${checkLabel(verdict.check)}</span>${link}${reason}
  </li>`;
}

function legend({ verdicts }: Report): readonly Html[] {
  const counts = new Map(
    groupBy(verdicts.map(standingOf), (name) => name).map((group) => [group[0], group.length]),
  );
  return legendOrder
    .filter((standing) => counts.has(standing))
    .map(
      (standing) =>
        html`<li>
          <span class="key"
            ><span class="chip ${className(standing)}"
              >${icon(standing)}<span class="word">${standingWord(standing)}</span></span
            ></span
          ><span class="count">${counts.get(standing) ?? 0}</span><span>${say(meanings[standing])}</span>
        </li>`,
    );
}

const legendOrder: readonly Standing[] = [
  'reads',
  'refused',
  'too open',
  'too closed',
  'header hidden',
  'not reached',
  'hazard',
  'inconclusive',
  'inapplicable',
];

function className(standing: Standing): string {
  return `is-${standing.replaceAll(' ', '-')}`;
}
