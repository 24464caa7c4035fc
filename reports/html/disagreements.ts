import type { EngineId, Report, Verdict } from '../../src/model.ts';
import { groupedDisagreements, type DisagreementGroup } from '../read/disagreements.ts';
import type { Finding } from '../read/findings.ts';
import { standingOf } from '../read/reading.ts';
import { standingWord } from '../words/standing-words.ts';
import { checkLabel, counted, engineNames, modeText, roleLabel } from '../words/wording.ts';
import { say } from '../../src/words/say.ts';
import { icon } from './icons.ts';
import { breakable, html, nothing, type Html } from './markup.ts';

/** Returns a table of the checks that engines answered differently: a row for each, a column for each engine. */
export function disagreementSection(report: Report, findings: ReadonlyMap<Verdict, Finding>): Html {
  const groups = groupedDisagreements(report);
  if (groups.length === 0) return nothing;
  return html`<section id="disagreements" class="block">
    <h2>
      ${say('Engines disagree')} <span class="count">${counted(report.disagreements.length, 'check')}</span>
    </h2>
    <p class="lead">${say('The same request, made by each engine, and not the same answer.')}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label="${say('Disagreements by engine')}">
      <table class="disagreements">
        <thead>
          <tr>
            <th scope="col">${say('Request')}</th>
            ${report.engines.map(({ id }) => html`<th scope="col">${engineNames[id]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            (group) =>
              html`<tr>
                <th scope="row">${request(group)}</th>
                ${report.engines.map(({ id }) => html`<td>${answer(group, id, findings)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function request({ first, origins }: DisagreementGroup): Html {
  return html`<p>
      <b>${first.method}</b> <span class="path">${breakable(first.route)}</span>
      <span class="mode">${modeText(first)}</span>
    </p>
    <p class="mode">${checkLabel(first.check)}</p>
    <ul class="from">
      ${origins.map(
        ({ origin, originRole }) =>
          html`<li>
            <span class="mode">${say('from')}</span> <span class="host">${breakable(origin)}</span>
            ${originRole === 'trusted' ? nothing : html`<span class="mode">${roleLabel(originRole)}</span>`}
          </li>`,
      )}
    </ul>`;
}

function answer(
  { verdicts }: DisagreementGroup,
  engine: EngineId,
  findings: ReadonlyMap<Verdict, Finding>,
): Html {
  const verdict = verdicts.find((one) => one.engine.id === engine);
  if (verdict === undefined) return html`<span class="unasked">${say('not asked')}</span>`;
  const standing = standingOf(verdict);
  const finding = findings.get(verdict);
  const cause = finding === undefined ? nothing : html`<a href="#${finding.anchor}">${finding.name}</a>`;
  return html`<span class="chip is-${standing.replaceAll(' ', '-')}"
      >${icon(standing)}<span class="word">${standingWord(standing)}</span></span
    >
    ${cause}`;
}
