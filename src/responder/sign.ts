import type { Owner } from '../diagnoses/vocabulary.ts';
import type { StackId } from '../fix/stacks.ts';
import type { ResponderKind } from '../model.ts';
import type { Word } from '../words/say.ts';

/** A response header line: its name in lower case, and how its value begins, compared in any letter case but for `is`. */
export interface HeaderHint {
  readonly header: string;
  readonly startsWith?: string;
  /** A word that stands anywhere in the value. */
  readonly word?: string;
  readonly pattern?: RegExp;
  /** The whole value, in the letter case in which the software writes it. */
  readonly is?: string;
}

/**
 * What a sign says of a response that has it.
 *
 * - `made`: only what the software makes itself has the line, so that this response is its own.
 * - `front`: the software may add the line to what passes it, so that it is evidence only where other responses lack it.
 * - `passed`: only what came from behind the software has the line, so that it is evidence where it is missing.
 */
export type SignShows = 'made' | 'front' | 'passed';

/** One thing that header lines give away. */
export interface Sign {
  /** What people call the software. */
  readonly name: string;
  readonly shows: SignShows;
  /** All have to be there. */
  readonly lines: readonly [HeaderHint, ...HeaderHint[]];
  /** The statuses that it is about; absent: all. */
  readonly statuses?: readonly number[];
  /**
   * The stacks whose files configure it: several, where it is a server that many frameworks run on, so that the line does
   * not say which; absent: there are no such files, or too many stacks run on it.
   */
  readonly stacks?: readonly [StackId, ...StackId[]];
  /** Set: it is mounted in an application, which may be of another stack. */
  readonly isMounted?: true;
  /** What cures a response that it made, where no response header does, as sentences. */
  readonly cure?: Word;
  /** Who cures it, of an authorizer beside whoever operates it; absent: whoever operates it. */
  readonly owner?: Owner;
  /** Where its authors, or whoever has read their code, say so. */
  readonly source: string;
}

/** A page that a server makes itself, known by its header lines as a whole. */
export interface OwnPage {
  readonly name: string;
  /** As of a sign. */
  readonly stacks?: readonly [StackId, ...StackId[]];
  /** The lines that it has. */
  readonly lines: readonly HeaderHint[];
  /** Its content type, whole and in lower case; `null`: none. */
  readonly contentType: string | null;
  /** Names of further lines that it may have, beside those of any message. */
  readonly mayHave: readonly string[];
  /** Names of lines that it never has. */
  readonly lacks: readonly string[];
  /** The statuses that it has; absent: any error. */
  readonly statuses?: readonly number[];
  /**
   * Its text, which no observation holds, so that its length is compared with `Content-Length`, and its hash with an ETag of
   * Express; `{method}` and `{target}` stand for those of the request. Absent: any.
   */
  readonly body?: string;
  readonly source: string;
}

/** What shows that a responder of one kind made a response. */
export interface Signs {
  readonly kind: Exclude<ResponderKind, 'unknown'>;
  readonly signs: readonly Sign[];
  readonly pages: readonly OwnPage[];
}

export const defineSigns = <const S extends Signs>(signs: S): S => signs;
