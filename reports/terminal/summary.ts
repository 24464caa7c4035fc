import type { Report, Verdict } from '../../src/model.ts';
import { engineList, enginesOf } from '../read/by-engine.ts';
import { findingsByRoute, findingsOf, type Finding, type Findings } from '../read/findings.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { outcomesOf, type Outcome } from '../read/outcome.ts';
import { numberTexts } from '../read/numbers.ts';
import { apartLabels, apartTexts, effectOf } from '../read/apart.ts';
import { remarksOf } from '../read/remarks.ts';
import { routeReadings } from '../read/reading.ts';
import { inconclusive, notJudged } from '../read/unjudged.ts';
import { say, type Word } from '../../src/words/say.ts';
import { visible } from '../words/visible-text.ts';
import { engineText, inRow, listed } from '../words/wording.ts';
import { findingWords } from '../words/finding-words.ts';
import { adviceOf, findingLines, forTexts, fromText, headline } from './finding-lines.ts';
import { disagreementLines } from './disagreement-lines.ts';
import { fixLines } from './fix-lines.ts';
import { labelled, paragraph, wrapped, type Surroundings } from './layout.ts';
import { routeLines } from './route-lines.ts';

/** What the last lines say besides the report. */
export interface Closing {
  /** Paths of the written files, as a person may type them; empty if nothing was written. */
  readonly files: readonly string[];
  /** How many cases of the catalogue hold, a phrase for each engine; empty where none was played. */
  readonly catalogue: readonly string[];
  /** Why the run fails besides the gate, as sentences. */
  readonly otherFailures: readonly string[];
  /** With which the run ends. */
  readonly exitCode: number;
  /** Whether the verdict and the gate are all that is wanted. */
  readonly isQuiet?: boolean;
}

/**
 * Returns the summary of a report for a terminal, or for a text file: who reads what, what is wrong, and in
 * the last line the gate. Free of control characters but for line feeds and what `paint` adds.
 */
export function renderSummary(report: Report, surroundings: Surroundings, closing: Closing): string {
  const found = findingsOf(report);
  const head = headLines(report, found, surroundings, closing.isQuiet === true);
  const end = closingLines(report, surroundings, closing);
  const sections =
    closing.isQuiet === true ? [head, end] : [head, ...bodySections(report, found, surroundings), end];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function bodySections(
  report: Report,
  { violations, hazards, accepted, off }: Findings,
  surroundings: Surroundings,
): readonly (readonly string[])[] {
  const answered = violations.length === 0 ? null : answeredByAll([...violations, ...hazards]);
  const isAnsweredAbove = answered !== null;
  return [
    section(
      'WHO READS WHAT',
      routeLines(
        routeReadings(report),
        findingsByRoute([...violations, ...hazards, ...accepted, ...off]),
        surroundings,
      ),
      surroundings,
    ),
    section(
      'VIOLATIONS',
      [
        ...(answered === null ? [] : [...paragraph(answered, surroundings, 2), '']),
        ...findingBlocks(violations, 0, surroundings, isAnsweredAbove),
      ],
      surroundings,
    ),
    section(
      hazardTitles[effectOf(hazards, report.gate)],
      findingBlocks(hazards, violations.length, surroundings, isAnsweredAbove),
      surroundings,
    ),
    section('ACCEPTED (known: they do not fail the gate)', apartLines(accepted, surroundings), surroundings),
    section(
      'OFF (the policy says why they do not fail the gate)',
      apartLines(off, surroundings),
      surroundings,
    ),
    section('ENGINES DISAGREE', disagreementLines(report, surroundings), surroundings),
    section('FIXES', fixLines(report, surroundings), surroundings),
    section('INCONCLUSIVE', reasonLines(inconclusive(report), report, surroundings), surroundings),
    section(
      'NOT JUDGED (which does not fail the gate)',
      reasonLines(notJudged(report), report, surroundings),
      surroundings,
    ),
    heldLines(report, surroundings),
  ];
}

function headLines(
  report: Report,
  found: Findings,
  surroundings: Surroundings,
  isQuiet: boolean,
): readonly string[] {
  const { paint } = surroundings;
  const verdict = report.gate.passed ? paint.good(say('PASSED')) : paint.bad(say('FAILED'));
  const engines = report.engines.map((engine) => visible(engineText(engine)));
  const outcomes = outcomesOf(report, found).flatMap((outcome) =>
    wrapped(paint.strong(visible(outcomeText(outcome, isQuiet))), surroundings),
  );
  const numbers = numberTexts(report, found).map(([text, tone]) =>
    tone === 'plain' ? text : paint[tone](text),
  );
  return [
    `${paint.strong(say('CORS conformance of {target}', { target: visible(report.target) }))}  ${paint.faint(engines.join(', '))}`.trimEnd(),
    ...wrapped(`${verdict}  ${numbers.join(' · ')}`, surroundings),
    ...(outcomes.length === 0 ? [] : ['']),
    ...outcomes,
  ];
}

/** Returns what is wrong, and where it is told whole, if it is. */
const outcomeText = ({ text, numbers }: Outcome, isQuiet: boolean): string =>
  isQuiet || numbers.length === 0
    ? text
    : say('{outcome} See {numbers}.', { outcome: text, numbers: listed(rangesOf(numbers)) });

/** Returns `1`, `3 to 5`: numbers that follow each other as one range. */
function rangesOf(numbers: readonly number[]): readonly string[] {
  const numbered = numbers.map((number, index) => ({ number, key: String(number - index) }));
  return groupBy(numbered, ({ key }) => key).flatMap((own) => {
    if (own.length < 3) return own.map(({ number }) => String(number));
    const [{ number: first }] = own;
    return say('{first} to {last}', { first, last: first + own.length - 1 });
  });
}

function section(title: Word, lines: readonly string[], { paint }: Surroundings): readonly string[] {
  return lines.length === 0 ? [] : [paint.strong(say(title)), '', ...lines];
}

function findingBlocks(
  findings: readonly Finding[],
  before: number,
  surroundings: Surroundings,
  isAnsweredAbove: boolean,
): readonly string[] {
  const told = new Map<string, number>();
  return findings.flatMap((finding, index) => {
    const number = before + index + 1;
    const advice = adviceOf(finding);
    const first = told.get(advice) ?? null;
    if (first === null) told.set(advice, number);
    const lines = findingLines(finding, number, surroundings, { told: first, isAnsweredAbove });
    return [...(index === 0 ? [] : ['']), ...lines];
  });
}

/** Returns who made the responses that several findings are about, if it is the same for all of them; else null. */
function answeredByAll(findings: readonly Finding[]): string | null {
  const [first, ...others] = new Set(findings.map((finding) => findingWords(finding).answered));
  return first === undefined || first === '' || others.length > 0 || findings.length < 2 ? null : first;
}

/** Returns in short what is set apart; the files that people open show it whole. */
function apartLines(findings: readonly Finding[], surroundings: Surroundings): readonly string[] {
  return findings.flatMap((finding) => [
    `     ${headline(finding, surroundings.paint)}`,
    ...labelled('for', forTexts(finding), surroundings, { indent: 5 }),
    ...labelled('seen', [finding.example.seen], surroundings, { indent: 5 }),
    ...apartTexts(finding).flatMap(([label, text]) =>
      labelled(apartLabels[label], [text], surroundings, { indent: 5 }),
    ),
  ]);
}

const hazardTitles = {
  all: 'HAZARDS (they fail this gate)',
  some: 'HAZARDS (those of level error fail this gate)',
  none: 'HAZARDS (warnings: they do not fail the gate)',
} as const;

/** Returns verdicts under the reason that they give for being none. */
function reasonLines(
  verdicts: readonly Verdict[],
  { engines: all }: Report,
  surroundings: Surroundings,
): readonly string[] {
  return groupBy(verdicts, ({ route, seen }) => `${route}\n${seen}`).flatMap((group) => {
    const [{ route, seen }] = group;
    const requests = [...new Set(group.map((verdict) => fromText(verdict)))];
    const rest = requests.length > 3 ? [say('and {count} more', { count: requests.length - 3 })] : [];
    const few = inRow([...requests.slice(0, 3), ...rest]);
    const told =
      all.length > 1
        ? say('{requests}, in {engines}', { requests: few, engines: engineList(enginesOf(group)) })
        : few;
    return [
      ...paragraph(`${route}  ${told}`, surroundings, 2),
      ...labelled('reason', [seen], surroundings, { indent: 4 }),
    ];
  });
}

function heldLines({ verdicts }: Report, surroundings: Surroundings): readonly string[] {
  const held = verdicts.filter((verdict) => verdict.held);
  if (held.length === 0) return [];
  const requests = groupBy(held, requestOf).map((group) => `${requestOf(group[0])} (${group.length})`);
  const text = say('HELD after the CORS-preflight request, so never sent to the target: {requests}', {
    requests: inRow(requests),
  });
  return paragraph(text, surroundings).map((line) =>
    line.replace(say('HELD'), (word) => surroundings.paint.strong(word)),
  );
}

function requestOf({ method, route }: Verdict): string {
  return `${method} ${route}`;
}

function closingLines(report: Report, surroundings: Surroundings, closing: Closing): readonly string[] {
  const { paint } = surroundings;
  const { gate } = report;
  const reasons = [...gate.reasons, ...closing.otherFailures, ...remarksOf(report)];
  const files =
    closing.files.length === 0 ? [] : [`${paint.faint(say('Report'))}  ${closing.files.join('  ')}`];
  const catalogue =
    closing.catalogue.length === 0 ? [] : [`${paint.faint(say('Catalogue'))}  ${inRow(closing.catalogue)}`];
  const told = say(gate.passed ? 'Gate passed' : 'Gate failed');
  const colour = gate.passed ? paint.good : paint.bad;
  const said = { gate: told, code: closing.exitCode };
  const text =
    reasons.length === 0
      ? say('{gate}, exit code {code}.', said)
      : say('{gate}, exit code {code}: {reasons}', { ...said, reasons: reasons.join(' ') });
  const lines = paragraph(text, surroundings);
  return [...catalogue, ...files, ...lines.map((line) => line.replace(told, colour))];
}
