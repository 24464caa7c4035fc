import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { TextExplained } from './explain.ts';
import {
  FixValueError,
  isCuredByFix,
  stacks,
  type FixValues,
  type LibraryFix,
  type StackId,
} from '../fix/fix.ts';
import { fixesFor } from '../fix/for-diagnosis.ts';
import { isOfApi, printFix, standIns } from '../fix/print.ts';
import { factsOf, isCause } from './facts.ts';
import { plainText } from '../words/plain-text.ts';

/** More diagnoses than these are no diagnosis, and a fix of them a guess. */
const mostCured = 8;

/**
 * Names the files of `library` that cure what a text means: where it means one thing, those of which a defect was seen
 * to end in that text come first, with the defect. Empty where no header of a server cures it. Pure.
 */
export function fixNameLines(explained: TextExplained, library: readonly LibraryFix[]): string[] {
  const [diagnosis, ...more] = curedBy(explained);
  // No server should allow an opaque origin.
  if (diagnosis === undefined || explained.values['origin'] === 'null') return [];
  const { proven } = fixesFor(diagnosis, more.length === 0 ? library : []);
  const isNamed = (stack: StackId): boolean => proven.some(({ fix }) => fix.stack === stack);
  const others = new Set(library.filter(isOfApi).map(({ stack }) => stack));
  const unnamed = [...others].filter((stack) => !isNamed(stack));
  return [
    ...proven.map(({ fix, twin }) =>
      row('Edit', `${fix.printed} of ${fix.stack} (${fix.variant}). One way to get it wrong: ${twin.defect}`),
    ),
    ...(unnamed.length === 0
      ? []
      : [row('Edit', `${proven.length === 0 ? '' : 'or '}the file of ${unnamed.join(', ')}`)]),
    row('Print', 'one of them whole: cors-conformance explain --stack <name> "<the text>"'),
  ];
}

/** Prints the fix of `stack`, filled with what the text says and stand-ins for the rest. Pure. */
export function fixFileLines(
  explained: readonly TextExplained[],
  stack: StackId,
  library: readonly LibraryFix[],
): string[] {
  const wanted = explained.find((each) => curedBy(each).length > 0);
  if (wanted === undefined) {
    return ['', `No file of ${stacks[stack].name} is printed: ${whyNone(explained)}`];
  }
  const cured = curedBy(wanted);
  const own = library.filter((fix) => fix.stack === stack);
  const proven = own.filter((fix) => cured.some((id) => fixesFor(id, [fix]).proven.length > 0));
  const preferred = own.filter((fix) => fix.preferred || !isOfApi(fix));
  const [chosen] = proven.length > 0 ? proven : preferred;
  if (chosen === undefined) return ['', `There is no file of ${stacks[stack].name}.`];
  const { values, stoodIn } = valuesFrom(wanted, cured);
  try {
    const { path, variant, install, notes, text } = printFix(chosen, values);
    return [
      '',
      `The fix for ${stacks[stack].name} (${variant}), as the tests ran it: ${path}`,
      ...(install === '' ? [] : [row('Install', install)]),
      ...notes.map((note) => row('Note', note)),
      row('Note', `The text does not say it all. Put your own in place of ${stoodIn.join(', ')}.`),
      row('Note', `It is for requests ${values.credentials ? 'with' : 'without'} credentials.`),
      '',
      ...text.trimEnd().split('\n').map(plainCode),
    ];
  } catch (error) {
    if (!(error instanceof FixValueError)) throw error;
    return ['', `No file of ${stacks[stack].name} can hold what the text says: ${error.problems.join(' ')}`];
  }
}

/** Returns why none of the texts has a file. */
function whyNone(explained: readonly TextExplained[]): string {
  const open = explained.find((each) => curable(each).length > 0);
  if (open === undefined) return 'no header of a server cures this.';
  const causes = idsOf(open);
  return `the text does not say which of its ${causes.length} causes it is, and a fix of the server cures ${curable(open).length} of them. Narrow it down by the questions, or give the console's whole text.`;
}

/** Returns the diagnoses of a text that a fix of the server's headers cures; none where they are too many. */
function curedBy(explained: TextExplained): readonly DiagnosisId[] {
  const cured = curable(explained);
  return cured.length > mostCured ? [] : cured;
}

const curable = (explained: TextExplained): readonly DiagnosisId[] => idsOf(explained).filter(isCuredByFix);

function idsOf(explained: TextExplained): readonly DiagnosisId[] {
  switch (explained.kind) {
    case 'diagnosis':
      return [explained.advice.diagnosis];
    case 'ambiguous':
      return explained.candidates.map(({ diagnosis }) => diagnosis);
    case 'other':
      return [];
    default:
      return explained satisfies never;
  }
}

const example = {
  origin: 'https://app.example.com',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  requestHeaders: ['content-type', 'authorization'],
} as const;

function valuesFrom(
  { values }: TextExplained,
  cured: readonly DiagnosisId[],
): { readonly values: FixValues; readonly stoodIn: readonly string[] } {
  const { origin, method, name } = values;
  const isNamed = (known: readonly string[], one: string): boolean =>
    known.some((each) => each.toLowerCase() === one.toLowerCase());
  const { requestHeaders, methods } = example;
  return {
    values: {
      origins: [origin ?? example.origin],
      methods: method === undefined || isNamed(methods, method) ? methods : [...methods, method],
      requestHeaders:
        name === undefined || isNamed(requestHeaders, name) ? requestHeaders : [...requestHeaders, name],
      exposedHeaders: [],
      maxAgeSeconds: null,
      credentials: cured.every((id) => isCause(id) && factsOf(id).credentials),
      ...standIns,
    },
    stoodIn: [
      ...(origin === undefined ? [`the origin ${example.origin}`] : []),
      'the methods',
      'the request headers',
    ],
  };
}

/** Returns a line of code as plain text; it keeps its tabs. */
const plainCode = (line: string): string => line.split('\t').map(plainText).join('\t');

const row = (label: string, text: string): string => `    ${label.padEnd(8)}${plainText(text)}`;
