import type { Report, Verdict } from '../../src/model.ts';
import { byCheck, enginesOf } from '../read/by-engine.ts';
import type { Finding } from '../read/findings.ts';
import { groupBy } from '../read/group-by.ts';
import {
  cameTo,
  routeReadings,
  standingOf,
  worstStanding,
  type RouteReading,
  type Standing,
} from '../read/reading.ts';
import { methodTexts } from '../read/statuses.ts';
import { standingWords } from '../words/standing-words.ts';
import { andDetail, checkLabels, engineNames, roleLabels } from '../words/wording.ts';
import { icon } from './icons.ts';
import { columnHead, columnSheet, matrixColumns, type Column } from './matrix-columns.ts';
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
} as const satisfies Record<Standing, string>;

/** Returns routes × origins; each cell opens a sheet with every check behind it. */
export function matrix(report: Report, findings: ReadonlyMap<Verdict, Finding>): Html {
  const routes = routeReadings(report);
  const columns = matrixColumns(report);
  const trusted = columns.filter(([{ role }]) => role === 'trusted').length;
  const others = columns.length - trusted;
  const sheets = new Map<string, Sheet>();
  const cells = routes.map((route) => columns.map((column) => cellOf(route, column, findings, sheets)));
  return html`<ul class="legend">
      ${legend(report)}
    </ul>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label="Routes by origins">
      <table class="matrix">
        <thead>
          <tr>
            <td></td>
            ${trusted === 0 ? nothing : html`<th scope="colgroup" colspan="${trusted}" class="group">Trusted by the policy</th>`}${others === 0 ? nothing : html`<th scope="colgroup" colspan="${others}" class="group edge">Everybody else</th>`}
          </tr>
          <tr>
            <th scope="col" class="corner">Route</th>
            ${columns.map((column, index) => columnHead(column, { index, isEdge: index === trusted }))}
          </tr>
        </thead>
        <tbody>
          ${routes.map(
            (route, row) =>
              html`<tr>
                <th scope="row">
                  <span class="path">${breakable(route.path)}</span
                  ><span class="methods">${methodTexts(route).join(', ')}</span>
                </th>
                ${(cells[row] ?? []).map(
                  (face, column) => html`<td class="${column === trusted ? 'edge' : ''}">${face}</td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${columns.map(columnSheet)} ${[...sheets.values()].map(cellSheet)}`;
}

/** Returns a chip for one method and mode: symbol, colour and words, and the engines where it does not hold for all. */
function chip(verdicts: readonly Verdict[], standing: Standing, name: string, engines = ''): Html {
  const held = verdicts.some((verdict) => verdict.held);
  // The response of a held request was never there to be read: its CORS-preflight response granted it. What compares
  // answers reads none.
  const isGranted =
    standing === 'reads' && held && verdicts.every((verdict) => verdict.held || verdict.check === 'vary');
  const word = isGranted ? 'granted' : standingWords[standing];
  const notes = [
    ...(held ? ['held'] : []),
    ...(verdicts.every(({ followsFrom }) => followsFrom !== null) ? ['follows'] : []),
    ...(standing === 'refused' && verdicts.some(isUnseenReading) ? ['in part not judged'] : []),
  ].map((note) => html` <span class="note">${note}</span>`);
  const where = engines === '' ? nothing : html`<span class="engines">${engines}</span>`;
  return html`<span class="chip ${className(standing)}"
    >${icon(standing)}<b>${name}</b> <span class="word">${word}</span> ${notes} ${where}</span
  >`;
}

/** Reports whether it was not seen if the page could read what came of the request: "refused" would say too much. */
const isUnseenReading = ({ check, status }: Verdict): boolean =>
  check === 'unreadable' && status === 'inapplicable';

/** Returns one chip where every engine comes to the same; else one for each standing, with its engines. */
function engineChips(verdicts: readonly Verdict[], name: string): readonly Html[] {
  const engines = groupBy(verdicts, ({ engine }) => engine.id);
  const standing = (of: readonly Verdict[]): Standing => worstStanding(of) ?? 'inapplicable';
  const alike = groupBy(engines, standing);
  return alike
    .map((groups) => groups.flat())
    .map((group) => chip(group, standing(group), name, alike.length === 1 ? '' : shortList(group)));
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
  const [{ origin, role }] = column;
  const verdicts = route.verdicts.filter((v) => v.origin === origin && v.originRole === role);
  if (verdicts.length === 0) return html`<span class="unasked">not asked</span>`;
  const requests = groupBy(verdicts, ({ method, credentialsMode }) => `${method} ${credentialsMode}`);
  const chips = requests.flatMap((group) => {
    const [{ method, credentialsMode }] = group;
    const isOnlyMode = requests.filter(([other]) => other.method === method).length === 1;
    return engineChips(group, isOnlyMode ? method : `${method} ${credentialsMode}`);
  });
  const checks = html`${[...byCheck(verdicts).values()].map((check) => checkItems(check, findings))}`;
  const key = toString(checks);
  const sheet = sheets.get(key) ?? {
    id: `checks-${sheets.size + 1}`,
    checks,
    path: route.path,
    column,
    cells: 0,
  };
  sheets.set(key, { ...sheet, cells: sheet.cells + 1 });
  return html`<button type="button" class="cell" popovertarget="${sheet.id}">${chips}</button>`;
}

function cellSheet({ id, checks, path, column: [{ origin, role }, ...alike], cells }: Sheet): Html {
  return html`<div popover id="${id}" class="sheet" role="dialog" aria-label="Checks of this cell">
    <div class="sheet-head">
      <p>
        ${cells === 1 ? nothing : html`Alike in ${cells} cells, such as `}<span class="path"
          >${breakable(path)}</span
        >
        from
        <span class="host">${breakable(origin)}</span>
        <span class="role">${roleLabels[role]}</span
        >${alike.length === 0 ? nothing : html`, and ${alike.length} alike`}
      </p>
      <button type="button" class="close" popovertarget="${id}" popovertargetaction="hide">Close</button>
    </div>
    <ul class="checks">
      ${checks}
    </ul>
  </div> `;
}

/** Returns the engines with commas alone: a chip has no room for more. */
const shortList = (verdicts: readonly Verdict[]): string =>
  enginesOf(verdicts)
    .map((id) => engineNames[id])
    .join(', ');

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
    ${chip([verdict], standing, verdict.method, engines)}
    <span class="mode">credentials mode “${verdict.credentialsMode}”${andDetail(verdict)}</span>
    <span class="asks">${checkLabels[verdict.check]}</span>${link}${reason}
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
              >${icon(standing)}<span class="word">${standingWords[standing]}</span></span
            ></span
          ><span class="count">${counts.get(standing) ?? 0}</span><span>${meanings[standing]}</span>
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
