import type { NeighbourId, RefusalId } from '../diagnoses/vocabulary.ts';
import type { EngineId, PageApi, ProbeRequest } from '../model.ts';
import type { CookieSights } from './cookie-sight.ts';
import type { Quirk } from './quirk.ts';
import type { InEach } from '../words/language.ts';

/**
 * The exact console texts of one refusal, in order. Placeholders: `{api}`, `{url}` (where the request ended),
 * `{redirected}` (empty, or the note of where it began), `{origin}`, `{value}`, `{method}`, `{name}`, `{status}`
 * (of the response that is at fault), `{headerName}` (the name as the request has it), `{to}` (where a refused
 * redirect leads, without credentials; `{location}`: with them), `{document}` (the page's address), `{first}` (the
 * first of the texts, whole).
 */
export interface ConsoleTexts {
  readonly texts: readonly string[];
  /** The kind of status that `{status}` stands for, where the engine says the texts with no other; absent: any. */
  readonly status?: StatusKind;
  /** What follows the first text for one API alone. */
  readonly suffix?: Readonly<Partial<Record<ProbeRequest['api'], string>>>;
}

/** An ok status, a redirect status, or one that is neither. */
export type StatusKind = 'ok' | 'redirect' | 'neither';

/** What an engine's code can mean. */
export type EngineCause = RefusalId | NeighbourId;

/** What an engine is called, and what it is started with. */
export interface EngineLaunch {
  readonly id: EngineId;
  readonly name: string;
  /** What it is started with, besides what a page origin needs. */
  readonly args: readonly string[];
  /** Absolute paths where an installed browser of this engine is looked for, in order. */
  readonly installed: readonly string[];
  /** The Debian package that holds it, if there is one. */
  readonly debianPackage: string | null;
  /** The permissions that a page can be given, as the user's answer to a prompt; absent: none. */
  readonly permissions?: readonly string[];
  /** What an installed one needs besides, as commands on the PATH. */
  readonly installedNeeds?: readonly { readonly command: string; readonly debianPackage: string }[];
}

/** What an engine says of requests: its console texts, its own codes, and the APIs of which it says nothing. */
export interface EngineTexts {
  readonly refusals: Readonly<Record<RefusalId, ConsoleTexts>>;
  /** The note that fills `{redirected}`; `{from}` is the first URL. */
  readonly redirectedNote: string;
  /** What is to be known of a response that fails the CORS check, though the server has been mended since; absent: nothing. */
  readonly mendedNote?: InEach;
  /** What stands before the text of a CORS check where a redirect failed it; absent: nothing. */
  readonly refusedRedirect?: string;
  /**
   * What stands in the texts written out and differs by version and product, by the name of the placeholder that takes
   * its place where a text of any version is read. What is asserted is the whole text.
   */
  readonly varying?: Readonly<Record<string, string>>;
  /** The engine's own codes for refusals; where it has one for several causes, the standard says which it is. */
  readonly codes: Readonly<Record<string, EngineCause | readonly EngineCause[]>>;
  /** The engine's own codes for transport failures; the first that a failure starts with is taken. */
  readonly failures: readonly (readonly [prefix: string, diagnosis: NeighbourId])[];
  /** What fills `{api}` for each page API; absent: its own name. */
  readonly apiNames?: Readonly<Partial<Record<PageApi, string>>>;
  /**
   * The texts of a failure that is no refusal by the standard, by the engine's own code (of `codes` or of a
   * failure); the first prefix that fits is taken, of the API
   * alone if one is named. Placeholders as above, `{failure}`, `{page}`, `{kind}` and `{webSocketUrl}`.
   */
  readonly failureTexts?: readonly (readonly [prefix: string, texts: readonly string[], onlyOf?: PageApi])[];
  /** For an API that prints otherwise: how many of a refusal's texts (absent: all), and what follows them. */
  readonly apiTexts?: Readonly<
    Partial<Record<PageApi, { readonly first?: number; readonly then?: readonly string[] }>>
  >;
  /** The APIs of whose failures that are not CORS nothing is printed. */
  readonly silentApis?: readonly PageApi[];
  /** What is seen of failures that are not CORS, where the engine has no codes that tell them apart. */
  readonly neighbours?: Readonly<
    Partial<Record<NeighbourId, { readonly code?: string; readonly texts: readonly string[] }>>
  >;
  /** The APIs of whose requests the engine's protocol does not tell, so that a server's log has to. */
  readonly unseenApis?: readonly PageApi[];
  /** What is printed for a shared response whose status is 400 or more; `{status}` and `{reason}`. */
  readonly errorStatusTexts?: readonly string[];
}

/** Where an engine departs from the standard. */
export interface EngineQuirks {
  readonly quirks: readonly Quirk[];
}

/** A real browser engine: how it is started, what it says, and where it departs from the standard. */
export interface Engine extends EngineLaunch, EngineTexts, EngineQuirks {
  /** What comes of the lines of Set-Cookie by which a session is lost. */
  readonly sessionCookies: CookieSights;
}

export const defineEngine = <const E extends Engine>(engine: E): E => engine;
