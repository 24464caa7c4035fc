import type { Severity } from '../../src/diagnoses/vocabulary.ts';
import type { Verdict } from '../../src/model.ts';
import {
  consoleTextsOf,
  correctionsOf,
  occurrencesOf,
  type Correction,
  type Finding,
  type Occurrence,
} from '../read/findings.ts';
import { apartLabels, apartTexts } from '../read/apart.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { scopeNote, scopeText } from '../read/engine-scope.ts';
import { findingWords, recipientsText } from '../words/finding-words.ts';
import { visible } from '../words/visible-text.ts';
import { say, type Word } from '../../src/words/say.ts';
import { andDetail, counted, engineNames, inRow, listed, roleLabel, type Noun } from '../words/wording.ts';
import { labelled, type Surroundings, type Text } from './layout.ts';
import type { Paint } from './paint.ts';

const indent = 5;
/** A finding that was seen for twenty origins has twenty console texts; the other formats show them all. */
const most = 3;

/**
 * Returns one finding as a block: what, for whom, what the console said, and what to do about it. `told`: the number of the
 * finding before it that says the last alike; `isAnsweredAbove`: who made the responses was said once, for all findings.
 */
export function findingLines(
  finding: Finding,
  number: number,
  surroundings: Surroundings,
  { told = null, isAnsweredAbove = false }: { told?: number | null; isAnsweredAbove?: boolean } = {},
): readonly string[] {
  const { paint } = surroundings;
  const { example } = finding;
  const { seen, answered, why, remedy, who, proofs, fix } = findingWords(finding);
  const wrapped = (label: Word, texts: readonly string[]): readonly string[] =>
    labelled(label, texts.filter(Boolean), surroundings, { indent });
  const copied = (label: Word, texts: readonly string[]): readonly string[] =>
    labelled(
      label,
      texts.filter(Boolean).map((copy) => ({ copy })),
      surroundings,
      { indent },
    );
  return [
    `${String(number).padStart(3)}  ${headline(finding, paint)}`,
    ...apartTexts(finding).flatMap(([label, text]) => wrapped(apartLabels[label], [text])),
    ...wrapped('engines', [scopeText(finding.verdicts, finding.checks)]),
    ...wrapped('for', forTexts(finding)),
    ...labelled('console', consoleLines(finding), surroundings, { indent }),
    ...wrapped('seen', [seen]),
    ...wrapped('answered', [isAnsweredAbove ? '' : answered]),
    ...wrapped(
      'with it',
      finding.following.map(({ diagnosis, seen }) => `${diagnosis ?? say('no diagnosis')}: ${seen}`),
    ),
    ...(told === null
      ? [...wrapped('why', [why]), ...wrapped('do', [remedy]), ...wrapped('who', [who])]
      : wrapped('why, do', [say('as in {number}', { number: told })])),
    ...labelled('send', sendTexts(finding), surroundings, { indent }),
    ...wrapped('proof', proofs),
    ...wrapped('fix', [fix === '' ? '' : say('{fix}, below', { fix })]),
    ...copied('curl', [example.reproduce.curl]),
    ...copied('fetch', [example.reproduce.fetch]),
    ...wrapped('note', example.reproduce.notes ?? []),
    ...copied('standard', [told === null ? example.spec : '']),
  ];
}

/** Returns what is told alike of one mistake on several routes. */
export function adviceOf(finding: Finding): string {
  const { name, why, remedy, who } = findingWords(finding);
  return JSON.stringify([name, why, remedy, who, finding.example.spec]);
}

export function severityText(severity: Severity, paint: Paint): string {
  const colour = severity === 'critical' || severity === 'high' ? paint.bad : paint.warn;
  return colour(severity.toUpperCase());
}

/** Returns `GET (include)`, `PUT (include, held)`: as lists of verdicts name a request. */
export function requestText(verdict: Verdict, modes: string = verdict.credentialsMode): string {
  const { method, held } = verdict;
  return visible(`${method} (${modes}${held ? `, ${say('held')}` : ''}${andDetail(verdict)})`);
}

/** Returns `GET (include) from https://app.example.com`. */
export const fromText = (verdict: Verdict): string =>
  say('{request} from {origin}', { request: requestText(verdict), origin: verdict.origin });

/** Returns for whom a finding was seen, and by which requests: one text for all origins of the same requests. */
export const forTexts = (finding: Finding): readonly string[] =>
  atMost(
    groupBy(occurrencesOf(finding), (occurrence) => requestsText(occurrence, finding)).map((alike) => {
      const named = alike.slice(0, most).map(({ origin, role }) => `${origin} (${roleLabel(role)})`);
      const left = alike.length - named.length;
      const origins =
        left > 0 ? say('{names} and {count} more', { names: inRow(named), count: left }) : listed(named);
      return `${origins}: ${requestsText(alike[0], finding)}`;
    }),
    'more set of requests',
    8,
  );

/** Returns what is wrong, how bad it is, and where, in one line. */
export function headline(finding: Finding, paint: Paint): string {
  const { name, kind, route, count } = findingWords(finding);
  const label = kind === '' ? '' : ` (${kind})`;
  return `${severityText(finding.severity, paint)}  ${paint.strong(name)}${label}  ${paint.strong(visible(route))}  ${paint.faint(count)}`;
}

function requestsText({ verdicts }: Occurrence, { checks, verdicts: all }: Finding): string {
  const requests = groupBy(verdicts, (verdict) =>
    JSON.stringify([verdict.method, verdict.held, andDetail(verdict)]),
  ).map((alike) =>
    requestText(alike[0], listed([...new Set(alike.map(({ credentialsMode }) => credentialsMode))])),
  );
  const note = scopeNote(verdicts, checks);
  // Said once, above, where it is the same for all.
  const engines = note === '' || note === scopeNote(all, checks) ? '' : `, ${note}`;
  return `${inRow(requests)}${engines}`;
}

/** Returns the console texts; those of several engines are of one request each, under the engine's name. */
function consoleLines(finding: Finding): readonly Text[] {
  const consoles = consoleTextsOf(finding);
  const [only] = consoles;
  if (consoles.length === 1 && only !== undefined) {
    return atMost(only.texts, 'more console text', most).map((copy) => ({ copy }));
  }
  const left = consoles.reduce((sum, { first, texts }) => sum + texts.length - first.length, 0);
  return [
    ...consoles.flatMap(({ engine, first }) => [
      `${engineNames[engine]}:`,
      ...first.map((copy) => ({ copy: `  ${copy}` })),
    ]),
    ...(left > 0 ? [more(left, 'more console text')] : []),
  ];
}

function sendTexts(finding: Finding): readonly Text[] {
  const corrections = correctionsOf(finding);
  const texts: readonly Text[] = corrections.slice(0, most).flatMap(correctionTexts);
  const left = corrections.length - most;
  return left > 0 ? [...texts, more(left, 'more set')] : texts;
}

function correctionTexts(correction: Correction): readonly Text[] {
  const { lines } = correction;
  const phases = [...new Set(lines.map(({ on }) => on))];
  return phases.flatMap((phase) => [
    say(
      phase === 'preflight'
        ? 'on the CORS-preflight response to {origins}:'
        : 'on the response to {origins}:',
      { origins: recipientsText(correction) },
    ),
    ...lines.filter(({ on }) => on === phase).map(({ line }) => ({ copy: `  ${line}` })),
  ]);
}

function atMost(texts: readonly string[], noun: MoreNoun, limit: number): readonly string[] {
  if (texts.length <= limit) return texts;
  return [...texts.slice(0, limit), more(texts.length - limit, noun)];
}

type MoreNoun = Extract<Noun, `more ${string}`>;

const more = (number: number, noun: MoreNoun): string =>
  say('(and {more}: see report.html)', { more: counted(number, noun) });
