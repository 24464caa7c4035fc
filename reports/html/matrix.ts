import type { Report, Verdict } from '../../src/model.ts';
import type { Finding } from '../findings.ts';
import { groupBy } from '../group-by.ts';
import { routeReadings, standingOf, worstStanding, type RouteReading, type Standing } from '../reading.ts';
import { checkLabels, roleLabels } from '../wording.ts';
import { icon } from './icons.ts';
import { breakable, html, nothing, type Html } from './markup.ts';

/** What each standing is called in a cell. */
const words = {
  reads: 'reads',
  refused: 'refused',
  'too open': 'too open',
  'too closed': 'too closed',
  'header hidden': 'header hidden',
  'not reached': 'not reached',
  hazard: 'reads, at risk',
  inconclusive: 'unclear',
  inapplicable: 'not asked',
} as const satisfies Record<Standing, string>;

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
export function matrix(report: Report, findings: readonly Finding[]): Html {
  const routes = routeReadings(report);
  const trusted = report.origins.filter(({ role }) => role === 'trusted').length;
  const others = report.origins.length - trusted;
  const cells = routes.map((route, row) =>
    report.origins.map((origin, column) => cellOf(route, origin, row, column, findings)),
  );
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
            ${report.origins.map(
              ({ origin, role }, index) =>
                html`<th scope="col" class="origin${index === trusted ? ' edge' : ''}">
                  ${role === 'trusted' ? nothing : html`<span class="role">${roleLabels[role]}</span>`}<span
                    class="host"
                    >${breakable(origin)}</span
                  >
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${routes.map(
            (route, row) =>
              html`<tr>
                <th scope="row">
                  <span class="path">${breakable(route.path)}</span
                  ><span class="methods">${route.methods.join(' ')}</span>
                </th>
                ${(cells[row] ?? []).map(
                  ({ face }, column) => html`<td class="${column === trusted ? 'edge' : ''}">${face}</td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${cells.flatMap((row) => row.map(({ sheet }) => sheet))}`;
}

/** A chip for one method and mode: symbol, colour and words. */
function chip(verdicts: readonly Verdict[], standing: Standing, name: string): Html {
  const held = verdicts.some((verdict) => verdict.held) ? html`<span class="held">held</span>` : nothing;
  // The response of a held request was never there to be read: its CORS-preflight response granted it.
  const isGranted = standing === 'reads' && verdicts.every((verdict) => verdict.held);
  const word = isGranted ? 'granted' : words[standing];
  return html`<span class="chip ${className(standing)}"
    >${icon(standing)}<b>${name}</b> <span class="word">${word}</span>${held}</span
  >`;
}

function cellOf(
  route: RouteReading,
  { origin, role }: Report['origins'][number],
  row: number,
  column: number,
  findings: readonly Finding[],
): { readonly face: Html; readonly sheet: Html } {
  const verdicts = route.verdicts.filter((v) => v.origin === origin && v.originRole === role);
  if (verdicts.length === 0) return { face: html`<span class="unasked">not asked</span>`, sheet: nothing };
  const id = `cell-${row}-${column}`;
  const requests = groupBy(verdicts, ({ method, credentialsMode }) => `${method} ${credentialsMode}`);
  const chips = requests.map((group) => {
    const [{ method, credentialsMode }] = group;
    const isOnlyMode = requests.filter(([other]) => other.method === method).length === 1;
    return chip(
      group,
      worstStanding(group) ?? 'inapplicable',
      isOnlyMode ? method : `${method} ${credentialsMode}`,
    );
  });
  return {
    face: html`<button type="button" class="cell" popovertarget="${id}">${chips}</button>`,
    sheet: html`<div popover id="${id}" class="sheet" role="dialog" aria-label="Checks of this cell">
      <div class="sheet-head">
        <p>
          <span class="path">${breakable(route.path)}</span> from
          <span class="host">${breakable(origin)}</span>
          <span class="role">${roleLabels[role]}</span>
        </p>
        <button type="button" class="close" popovertarget="${id}" popovertargetaction="hide">Close</button>
      </div>
      <ul class="checks">
        ${verdicts.map((verdict) => checkItem(verdict, findings))}
      </ul>
    </div> `,
  };
}

function checkItem(verdict: Verdict, findings: readonly Finding[]): Html {
  const standing = standingOf(verdict);
  const finding = findings.find(({ verdicts }) => verdicts.includes(verdict));
  const link = finding === undefined ? nothing : html` <a href="#${finding.anchor}">${finding.name}</a>`;
  const reason =
    verdict.status === 'inconclusive' || verdict.status === 'inapplicable'
      ? html` <span class="reason">${verdict.seen}</span>`
      : nothing;
  return html`<li>
    ${chip([verdict], standing, verdict.method)}
    <span class="mode">credentials mode “${verdict.credentialsMode}”</span>
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
              >${icon(standing)}<span class="word">${words[standing]}</span></span
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
