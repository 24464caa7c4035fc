import type { Verdict } from '../../src/model.ts';
import {
  consoleTextsOf,
  correctionsOf,
  occurrencesOf,
  type Correction,
  type Finding,
  type Occurrence,
} from '../read/findings.ts';
import { apartTexts } from '../read/apart.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { engineList, enginesOf } from '../read/by-engine.ts';
import { scopeNote, scopeText } from '../read/engine-scope.ts';
import { andDetail, counted, engineNames, asSentence, modeText, roleLabel } from '../words/wording.ts';
import { findingWords, recipientsText } from '../words/finding-words.ts';
import { proofsOf, proofText } from '../read/proofs.ts';
import { isAboutCors } from '../../src/plan/cut-verdict.ts';
import { exchangeList } from './exchanges.ts';
import { fixLink } from './fixes.ts';
import { say } from '../../src/words/say.ts';
import { breakable, firstFewOf, html, nothing, type Html } from './markup.ts';

/** Returns one finding as a card: the sentences first, then what to send, the evidence, and how to see it. */
export function findingCard(finding: Finding, { isOpen }: { readonly isOpen: boolean }): Html {
  const { anchor, severity, example, verdicts } = finding;
  const { name, kind, route, count, seen, why, remedy, who } = findingWords(finding);
  const scope = scopeNote(verdicts, finding.checks);
  const label = kind === '' ? nothing : html`<span class="kind">${kind}</span>`;
  const origins = [...new Set(verdicts.map(({ origin }) => origin))].join(' ');
  return html`<details
    class="finding is-${severity}"
    id="${anchor}"
    data-severity="${severity}"
    data-route="${route}"
    data-origins="${origins}"
    data-engines="${enginesOf(verdicts).join(' ')}"
    ${isOpen ? html` open` : nothing}
  >
    <summary>
      <span class="severity">${severity}</span>
      <span class="name">${name}</span>
      ${label} ${scope === '' ? nothing : html`<span class="scope">${scope}</span>`}
      <span class="where"><span class="path">${route}</span> <span class="count">${count}</span></span>
    </summary>
    <div class="body">
      <dl class="sentences">
        <div>
          <dt>${say('Seen')}</dt>
          <dd>${seen}</dd>
        </div>
        <div>
          <dt>${say('Why it matters')}</dt>
          <dd>${why}</dd>
        </div>
        <div class="remedy">
          <dt>${say('What to do')}</dt>
          <dd>${remedy}${who === '' ? nothing : html` <strong>${who}</strong>`}</dd>
        </div>
        ${answeredBy(finding)} ${followingList(finding)} ${apartList(finding)}
      </dl>
      ${engineLine(finding)} ${headersToSend(finding)} ${proofBlock(finding)} ${fixLink(finding.fix)}
      ${consoleBlock(finding)} ${occurrenceTable(finding)} ${reproduction(example)} ${evidence(finding)}
      ${specLink(example.spec)}
    </div>
  </details> `;
}

function answeredBy(finding: Finding): Html {
  const { answered } = findingWords(finding);
  if (answered === '') return nothing;
  return html`<div>
    <dt>${say('Who answered')}</dt>
    <dd>${answered}</dd>
  </div>`;
}

/** Shows what follows from the same cause, under its own name. */
function followingList({ following }: Finding): Html {
  return html`${following.map(
    ({ diagnosis, seen }) =>
      html`<div>
        <dt>${say('With it')}</dt>
        <dd><strong>${diagnosis ?? say('no diagnosis')}</strong>: ${seen}</dd>
      </div>`,
  )}`;
}

function apartList(finding: Finding): Html {
  return html`${apartTexts(finding).map(
    ([label, text]) =>
      html`<div>
        <dt>${say(label)}</dt>
        <dd>${text}</dd>
      </div>`,
  )}`;
}

function engineLine({ verdicts, checks }: Finding): Html {
  const text = scopeText(verdicts, checks);
  // Where all agree, the table below says so.
  return text === '' || scopeNote(verdicts, checks) === ''
    ? nothing
    : html`<section>
        <h3>${say('Engines')}</h3>
        <p class="engine-line">${asSentence(text)}</p>
      </section>`;
}

function headersToSend(finding: Finding): Html {
  const corrections = correctionsOf(finding);
  if (corrections.length === 0) return nothing;
  return html`<section class="send">
    <h3>${say('Headers to send')}</h3>
    ${corrections.map(correctionBlock)}
  </section>`;
}

function correctionBlock(correction: Correction): Html {
  const { lines } = correction;
  return html`${groupBy(lines, ({ on }) => on).map(
    (group) =>
      html`<p class="caption">
          ${say(group[0].on === 'preflight' ? 'On the CORS-preflight response to {origins}' : 'On the response to {origins}', { origins: recipientsText(correction) })}
        </p>
        <pre class="code good">${group.map(({ line }) => html`<code>${line}</code>`)}</pre>`,
  )}`;
}

function proofBlock(finding: Finding): Html {
  const proofs = proofsOf(finding);
  if (proofs.length === 0) return nothing;
  return html`<section>
    <h3>${say('Proof in the browser')}</h3>
    ${proofs.map((proof) => html`<p class="proof proof-${proof.outcome}">${proofText(proof, finding)}</p>`)}
  </section>`;
}

/** Reports whether browsers have a text for it: of a page that reads, they have none. */
const isReported = ({ kind }: Finding): boolean => kind === 'refusal' || kind === 'neighbour';

function consoleBlock(finding: Finding): Html {
  const consoles = consoleTextsOf(finding);
  if (consoles.length === 0) {
    return isReported(finding)
      ? nothing
      : html`<p class="caption quiet">${say('The console stays empty: a browser never reports this.')}</p>`;
  }
  return html`<section>
    <h3>${say('In the browser’s console')}</h3>
    ${consoles.map(
      ({ engine, texts }) =>
        html`${
            enginesOf(finding.verdicts).length === 1
              ? nothing
              : html`<p class="caption">${engineNames[engine]}</p>`
          }
          <ol class="console">
            ${texts.map((text) => html`<li>${text}</li>`)}
          </ol>`,
    )}
  </section>`;
}

function occurrenceTable(finding: Finding): Html {
  return html`<section>
    <h3>${say('Seen for')}</h3>
    <table class="seen-for">
      <thead>
        <tr>
          <th scope="col">${say('Page’s origin')}</th>
          <th scope="col">${say('Requests, with their credentials mode')}</th>
          <th scope="col">${say('Engine')}</th>
        </tr>
      </thead>
      <tbody>
        ${groupBy(occurrencesOf(finding), occurrenceKey).map(
          (alike) =>
            html`<tr>
              <td>${originList(alike)}</td>
              <td>${requests(alike[0].verdicts)}</td>
              <td>${engines(alike[0].verdicts)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

const originList = (alike: readonly Occurrence[]): Html =>
  firstFewOf(
    alike.map(
      ({ origin, role }) =>
        html`<p>
          <span class="host">${breakable(origin)}</span> <span class="role">${roleLabel(role)}</span>
        </p>`,
    ),
  );

/** Returns what is the same for origins that share a row: those for whom the same was seen. */
const occurrenceKey = ({ verdicts }: Occurrence): string =>
  JSON.stringify([requestTexts(verdicts), engines(verdicts)]);

const requestTexts = (verdicts: readonly Verdict[]): readonly string[] => [
  ...new Set(
    verdicts.map(
      (verdict) =>
        `${verdict.method} ${verdict.credentialsMode}${verdict.held ? `, ${say('held')}` : ''}${andDetail(verdict)}`,
    ),
  ),
];

const requests = (verdicts: readonly Verdict[]): Html =>
  html`${requestTexts(verdicts).map((text) => html`<span class="request">${text}</span> `)}`;

const engines = (verdicts: readonly Verdict[]): string => engineList(enginesOf(verdicts));

function reproduction({ reproduce }: Verdict): Html {
  const lines = [reproduce.curl, reproduce.fetch].filter((line) => line !== '');
  if (lines.length === 0) return nothing;
  return html`<section>
    <h3>${say('See it yourself')}</h3>
    ${lines.map((line) => html`<pre class="code copy"><code>${line}</code></pre>`)}
    ${(reproduce.notes ?? []).map((note) => html`<p>${note}</p>`)}
  </section>`;
}

function evidence({ verdicts }: Finding): Html {
  const withExchanges = verdicts.filter(({ exchanges }) => exchanges.length > 0);
  if (withExchanges.length === 0) return nothing;
  const engineCount = enginesOf(verdicts).length;
  const number = withExchanges.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  return html`<details class="evidence">
    <summary>${say('On the wire: {exchanges}', { exchanges: counted(number, 'exchange') })}</summary>
    ${groupBy(withExchanges, answersOnTheWire).map((same) => {
      const [verdict] = same;
      const others = new Set(same.map(({ origin }) => origin)).size - 1;
      const inEngines =
        engineCount < 2 ? '' : say(', in {engines}', { engines: engineList(enginesOf(same)) });
      const alike =
        others === 0 ? '' : say(', and alike from {origins}', { origins: counted(others, 'other origin') });
      return html`<p class="caption">
          <b>${verdict.method}</b> ${say('from')} <span class="host">${verdict.origin}</span>,
          ${modeText(verdict)}${andDetail(verdict)}${inEngines}${alike}
        </p>
        ${exchangeList(verdict.exchanges)}`;
    })}
  </details>`;
}

/**
 * Returns what is the same for verdicts of which one's exchanges stand for those of all: engines differ in what they
 * send along, and pages in the origin that is named to them.
 */
function answersOnTheWire({ check, method, origin, credentialsMode, exchanges }: Verdict): string {
  const named = (value: string): string => (value === origin ? 'its origin' : `"${value}"`);
  const answers = exchanges.map(({ purpose, method: sent, url, response, failure }) => [
    purpose,
    sent,
    url,
    response?.status ?? failure,
    (response?.headers ?? []).flatMap(([name, value]) => (isAboutCors(name) ? [[name, named(value)]] : [])),
  ]);
  return JSON.stringify([check, method, credentialsMode, answers]);
}

/** Returns an address as a link only if it can do no more than open a page: a report may come from anywhere. */
function specLink(spec: string): Html {
  if (spec === '') return nothing;
  if (!/^https:\/\/[\w.-]+\/[\w./#%-]*$/.test(spec)) return html`<p class="spec">${spec}</p>`;
  return html`<p class="spec">
    <a href="${spec}" rel="noopener noreferrer">${spec.replace('https://', '')}</a>
  </p>`;
}
