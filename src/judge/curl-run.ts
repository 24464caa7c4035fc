import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import { getDecodeAndSplit } from '../fetch-standard/header-list.ts';
import type { HeaderList, Verdict } from '../model.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';

/** What came of a curl line that was run. */
export interface CurlRun {
  readonly shows: NonNullable<Verdict['reproduce']['curlShows']>;
  /** Lines that it takes to show what the browser saw, of the browser's own. */
  readonly more: HeaderList;
  /** A sentence; `null` if there is nothing to say. */
  readonly note: string | null;
}

/** The head of an answer. */
export interface Head {
  readonly status: number;
  readonly headers: HeaderList;
}

export const shownAsSeen: CurlRun = { shows: 'same', more: [], note: null };

export const notRun = (why: string): CurlRun => ({
  shows: 'not-run',
  more: [],
  note: say('The curl line was not run: {why}.', { why }),
});

/** Says that curl got `shown` in place of `seen` when it asked for the page `origin`, also with the browser's header lines. */
export const shownOtherwise = (
  shown: Head,
  seen: Head,
  origin: string,
  diagnosis: DiagnosisId | null,
): CurlRun => ({
  shows: 'another',
  more: [],
  note: say(
    diagnosis !== null && ofCopies.has(diagnosis)
      ? 'curl shows another answer (for {origin}): {shown}, where the browser saw {seen}, as that is a copy which a cache has kept.'
      : 'curl shows another answer (for {origin}): {shown}, where the browser saw {seen}, as it depends on more than the header lines of the request (the connection, or the time).',
    { origin, shown: unlike(shown, seen), seen: unlike(seen, shown) },
  ),
});

const ofCopies: ReadonlySet<DiagnosisId> = new Set([
  'cached-copy-of-another-origin',
  'cache-key-without-origin',
]);

/** Says that curl gets `seen` with `more`, lines of the browser, and got `shown` without them when it asked for the page `origin`. */
export const shownBy = (more: HeaderList, shown: Head, seen: Head, origin: string): CurlRun => ({
  shows: 'same',
  more,
  note: say(
    'The answer depends on {names}, and the curl line sends what the browser sent. By itself, curl shows another answer (for {origin}): {shown}, where the browser saw {seen}.',
    {
      names: listed(more.map(([name]) => name)),
      origin,
      shown: unlike(shown, seen),
      seen: unlike(seen, shown),
    },
  ),
});

/** Reports whether two answers have the same status and say the same of CORS. */
export const isAlike = (one: Head, other: Head): boolean =>
  one.status === other.status && corsLinesOf(one).join('\n') === corsLinesOf(other).join('\n');

/** Returns in what `one` differs from `other`. */
function unlike(one: Head, other: Head): string {
  const [own, theirs] = [corsLinesOf(one), corsLinesOf(other)];
  const names = new Set(own.map(nameIn));
  return [
    ...(one.status === other.status ? [] : [`status ${one.status}`]),
    ...own.filter((line) => !theirs.includes(line)).map(inShort),
    ...[...new Set(theirs.map(nameIn))]
      .filter((name) => !names.has(name))
      .map((name) => (name === 'Vary' ? 'no Vary: Origin' : `no ${name}`)),
  ].join(', ');
}

const nameIn = (line: string): string => line.slice(0, line.indexOf(':'));

/** Returns the lines that are about CORS, in the order of their names, which are written in one way. */
function corsLinesOf({ headers }: Head): readonly string[] {
  const varied = (getDecodeAndSplit(headers, 'Vary') ?? []).map((name) => name.toLowerCase());
  return [
    ...headers
      .filter(([name]) => /^access-control-/i.test(name))
      .map(
        ([name, value]) =>
          `${name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}: ${value.trim()}`,
      )
      .toSorted(),
    ...(varied.includes('origin') || varied.includes('*') ? ['Vary: Origin'] : []),
  ];
}

const longest = 80;
const inShort = (line: string): string => (line.length > longest ? `${line.slice(0, longest)}…` : line);
