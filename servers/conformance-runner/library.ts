import type { Cells } from './columns.ts';

/** What a library is set up for: the promise of `intent.ts`, or nothing beyond what it takes to switch CORS on. */
export type Intent = 'declared' | 'defaults';

/** Whose packages they are, and how they are pinned. Nothing else is installed by name. */
export type Install =
  | { readonly from: 'npm' | 'pypi' | 'go'; readonly packages: Versions }
  /** Coordinates `group:artifact`. */
  | { readonly from: 'maven'; readonly packages: Versions; readonly boms?: Versions }
  | {
      readonly from: 'crates';
      readonly packages: Readonly<
        Record<string, string | { readonly version: string; readonly features: readonly string[] }>
      >;
    }
  /** Debian's own version of the day: the row says which it was. A command that is there spares the package. */
  | { readonly from: 'debian'; readonly packages: readonly string[]; readonly command?: string }
  /** It cannot be had. */
  | { readonly from: 'nowhere'; readonly reason: string };

type Versions = Readonly<Record<string, string>>;

/** A library, a server in front of an API, or a product with a CORS setting of its own. Data. */
export interface Library {
  /** The folder's name. */
  readonly id: string;
  /** As people call it, with what it runs on: `cors (Express)`. */
  readonly name: string;
  readonly language: Language;
  readonly install: Install;
  /**
   * How it is started in the folder of its files; `{node}`, `{python}`, `{system}`, `{folder}`, `{port}`, `{intent}` and
   * `{backend}` are replaced.
   */
  readonly start: readonly [command: string, ...rest: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** `true`: it stands in front of an API that knows nothing of CORS. */
  readonly isInFront?: true;
  /** The status of its answer for an API that hangs up, where that is not 502. */
  readonly hungUpStatus?: number;
  /** How it is compiled after its packages are there; absent: not at all. Runs in the system's folder. */
  readonly build?: readonly [command: string, ...rest: string[]];
  /** Its own paths in place of ours, of a product that is no framework; `null`: it has no such path. */
  readonly paths?: Partial<Readonly<Record<PathId, string | null>>>;
  /** `false`: it has no PUT and DELETE to promise, so it is not judged, and its preflights ask for GET. */
  readonly isJudged?: false;
  /** Absent: it has no such setting, or none that switches CORS on. */
  readonly intents: readonly Intent[];
  /** What the guesses rest on. */
  readonly source: string;
  /** The cells that were expected, written down before the first run. */
  readonly guesses: Readonly<Partial<Record<Intent, Partial<Cells>>>>;
  /** What an option is missing for, or what a reader of the row has to know: whole sentences. */
  readonly notes?: readonly string[];
}

export const languages = [
  'JavaScript',
  'Python',
  'Go',
  'Java',
  'Kotlin',
  'Rust',
  'Ruby',
  'PHP',
  'Perl',
  'C',
  'C++',
  'Erlang',
  'C#',
  'Haskell',
] as const;
export type Language = (typeof languages)[number];

export type PathId = 'items' | 'vary' | 'boom' | 'moved' | 'missing';

export const defineLibrary = <const L extends Library>(library: L): L => library;

/** What a library does that keeps the whole promise: a guess to begin with. */
export const keepsAll = {
  trusted: 'both',
  stranger: 'answered',
  opaque: 'refused',
  bare: 'nothing',
  vary: 'always',
  ownVary: 'both',
  preflight: 'granted',
  varyPreflight: 'origin',
  maxAge: 'said',
  method: 'refused',
  header: 'refused',
  expose: 'reads',
  head: 'reads',
  headPreflight: 'granted',
  missing: 'reads',
  missingPreflight: 'granted',
  boom: 'reads',
  wrongMethod: 'reads',
  moved: 'reads',
  plainOptions: 'ok',
} as const satisfies Cells;

/** What a library does that lets any origin in without credentials: a guess to begin with. */
export const opensAll = {
  ...keepsAll,
  stranger: 'reads',
  opaque: 'reads',
  bare: '*',
  vary: 'never',
  ownVary: 'own only',
  varyPreflight: 'none',
  maxAge: 'none',
  method: 'granted',
  header: 'granted',
  expose: 'hidden',
} as const satisfies Cells;

/** What a library does that grants nothing until it is told whom: a guess to begin with. */
export const grantsNothing = {
  ...keepsAll,
  trusted: 'none',
  vary: 'never',
  ownVary: 'own only',
  preflight: 'refused',
  varyPreflight: 'none',
  maxAge: 'none',
  expose: 'hidden',
  head: 'hidden',
  headPreflight: 'refused',
  missing: 'hidden',
  missingPreflight: 'refused',
  boom: 'hidden',
  wrongMethod: 'hidden',
  moved: 'hidden',
} as const satisfies Cells;
