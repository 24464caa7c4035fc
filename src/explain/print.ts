import type { Advice, Question, TextExplained } from './explain.ts';
import type { LibraryFix } from '../fix/fix.ts';
import { plainText } from '../words/plain-text.ts';
import { fixNameLines } from './server-fixes.ts';

/**
 * Returns what is said of a text as lines to read. `engineNames` are the names of the engines by their ids,
 * `library` the fixes that can be named.
 */
export function explanationLines(
  explained: readonly TextExplained[],
  engineNames: Readonly<Record<string, string>>,
  library: readonly LibraryFix[],
): string[] {
  return explained.flatMap((each, index) => [
    ...(index === 0 ? [] : ['']),
    ...[heading(each, engineNames), ...body(each, library)].map(plainText),
  ]);
}

function heading({ engines, text }: TextExplained, names: Readonly<Record<string, string>>): string {
  const said =
    engines.length === 0 ? 'A library of the page' : engines.map((id) => names[id] ?? id).join(' or ');
  return `${said} says: ${text}`;
}

function body(explained: TextExplained, library: readonly LibraryFix[]): string[] {
  const fixes = fixNameLines(explained, library);
  switch (explained.kind) {
    case 'diagnosis':
      return [
        `  ${explained.advice.diagnosis}`,
        ...noted(explained),
        ...adviceLines(explained.advice),
        ...fixes,
        ...matched(explained),
      ];
    case 'ambiguous':
      return [
        ...noted(explained),
        ...candidateLines(explained.candidates),
        ...fixes,
        ...matched(explained),
        ...questionLines(explained.questions),
      ];
    case 'other':
      return [
        '  not a refusal by CORS',
        labelled('Cause', explained.cause),
        labelled('Who', explained.changers.join(', or ')),
        labelled('Fix', explained.remedy),
        ...matched(explained),
      ];
    default:
      return explained satisfies never;
  }
}

function adviceLines({ cause, why, changers, remedy, headers, spec }: Advice): string[] {
  return [
    labelled('Cause', cause),
    labelled('Why', why),
    labelled('Who', changers.join(', or ')),
    labelled('Fix', remedy),
    ...headers.map(({ on, line }) =>
      labelled('Header', `${line}  (on the ${on === 'preflight' ? 'CORS-preflight response' : 'response'})`),
    ),
    labelled('Spec', spec),
  ];
}

/** More candidates than these are no help to a reader: the questions are. */
const mostCandidates = 8;

function candidateLines(candidates: readonly Advice[]): string[] {
  if (candidates.length > mostCandidates) {
    return [`  This text alone fits ${candidates.length} causes, CORS and others. The console holds more.`];
  }
  return [
    `  one of ${candidates.length}:`,
    ...candidates.flatMap(({ diagnosis, cause, changers, remedy }) => [
      `  ${diagnosis}`,
      labelled('Cause', cause),
      labelled('Who', changers.join(', or ')),
      labelled('Fix', remedy),
    ]),
  ];
}

function questionLines(questions: readonly Question[]): string[] {
  return questions.flatMap(({ ask, answers }) => [
    `  ? ${ask}`,
    ...answers.map(({ answer, leaves }) => `      ${answer}: ${inWords(leaves)}`),
  ]);
}

function inWords(leaves: readonly string[]): string {
  if (leaves.length === 0) return 'none of them';
  return leaves.length > mostCandidates ? `${leaves.length} of them are left` : leaves.join(', ');
}

function matched({ values }: TextExplained): string[] {
  return Object.entries(values).map(([name, value]) => labelled('Matched', `${name} = ${value}`));
}

const noted = ({ note }: TextExplained): string[] => (note === null ? [] : [labelled('Note', note)]);

const labelled = (label: string, text: string): string => `    ${label.padEnd(8)}${text}`;
