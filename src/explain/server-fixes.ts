import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { TextExplained } from './explain.ts';
import { FixValueError, stacks, type FixValues, type LibraryFix, type StackId } from '../fix/fix.ts';
import { isCuredByHeaders } from '../fix/cured.ts';
import { fixesFor } from '../fix/for-diagnosis.ts';
import { isOfApi, printFix, standIns } from '../fix/print.ts';
import type { Language } from '../words/language.ts';
import { factsOf, isCause } from './facts.ts';
import { labelled } from './labels.ts';
import { plainText } from '../words/plain-text.ts';
import { saidOfFixes as said } from './said-of-fixes.ts';

/** More diagnoses than these are no diagnosis, and a fix of them a guess. */
const mostCured = 8;

/**
 * Names the files of `library` that cure what a text means: where it means one thing, those of which a defect was seen
 * to end in that text come first, with the defect. Empty where no header of a server cures it. Pure.
 */
export function fixNameLines(
  explained: TextExplained,
  library: readonly LibraryFix[],
  language: Language,
): string[] {
  const [diagnosis, ...more] = curedBy(explained);
  // No server should allow an opaque origin.
  if (diagnosis === undefined || explained.values['origin'] === 'null') return [];
  const { proven } = fixesFor(diagnosis, more.length === 0 ? library : []);
  const isNamed = (stack: StackId): boolean => proven.some(({ fix }) => fix.stack === stack);
  const others = new Set(library.filter(({ role }) => role === 'api').map(({ stack }) => stack));
  const unnamed = [...others].filter((stack) => !isNamed(stack));
  const { file, others: otherFiles, printOne } = said[language];
  return [
    ...proven.map(({ fix, twin }) => row('edit', file(fix, twin.defect), language)),
    ...(unnamed.length === 0 ? [] : [row('edit', otherFiles(unnamed, proven.length === 0), language)]),
    row('print', printOne, language),
  ];
}

/** Prints the fix of `stack`, filled with what the text says and stand-ins for the rest. Pure. */
export function fixFileLines(
  explained: readonly TextExplained[],
  stack: StackId,
  library: readonly LibraryFix[],
  language: Language,
): string[] {
  const { name } = stacks[stack];
  const { noFile, noneOfStack, theFix, replace, credentials, cannotHold } = said[language];
  const wanted = explained.find((each) => curedBy(each).length > 0);
  if (wanted === undefined) return ['', noFile(name, whyNone(explained, language))];
  const cured = curedBy(wanted);
  const own = library.filter((fix) => fix.stack === stack && fix.role !== 'websocket');
  const proven = own.filter((fix) => cured.some((id) => fixesFor(id, [fix]).proven.length > 0));
  const preferred = own.filter((fix) => fix.preferred || !isOfApi(fix));
  const [chosen] = proven.length > 0 ? proven : preferred;
  if (chosen === undefined) return ['', noneOfStack(name)];
  const { values, stoodIn } = valuesFrom(wanted, cured, language);
  try {
    const { path, variant, install, notes, text } = printFix(chosen, values, language);
    return [
      '',
      theFix(name, variant, path),
      ...(install === '' ? [] : [row('install', install, language)]),
      ...[...notes, replace(stoodIn), credentials(values.credentials)].map((note) =>
        row('note', note, language),
      ),
      '',
      ...text.trimEnd().split('\n').map(plainCode),
    ];
  } catch (error) {
    if (!(error instanceof FixValueError)) throw error;
    return ['', cannotHold(name, error.problems)];
  }
}

/** Returns why none of the texts has a file. */
function whyNone(explained: readonly TextExplained[], language: Language): string {
  const open = explained.find((each) => curable(each).length > 0);
  if (open === undefined) return said[language].nothingCures;
  return said[language].tooManyCauses(idsOf(open).length, curable(open).length);
}

/** Returns the diagnoses of a text that a fix of the server's headers cures; none where they are too many. */
function curedBy(explained: TextExplained): readonly DiagnosisId[] {
  const cured = curable(explained);
  return cured.length > mostCured ? [] : cured;
}

const curable = (explained: TextExplained): readonly DiagnosisId[] =>
  idsOf(explained).filter(isCuredByHeaders);

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
  language: Language,
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
      ...(origin === undefined ? [said[language].origin(example.origin)] : []),
      said[language].methods,
      said[language].requestHeaders,
    ],
  };
}

/** Returns a line of code as plain text; it keeps its tabs. */
const plainCode = (line: string): string => line.split('\t').map(plainText).join('\t');

const row = (label: Parameters<typeof labelled>[0], text: string, language: Language): string =>
  labelled(label, plainText(text), language);
