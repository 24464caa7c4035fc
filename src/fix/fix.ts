import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { OriginRole } from '../model.ts';
import type { DevScenarioId } from './dev-scenarios.ts';
import type { Scenario, ScenarioId } from './scenarios.ts';
import type { StackId } from './stacks.ts';
import type { Word } from '../words/say.ts';

export { devScenarios, type DevScenario, type DevScenarioId } from './dev-scenarios.ts';
export { curingRole } from './cured.ts';
export { fillFix, FixTemplateError } from './fill.ts';
export { isStack, stacks, type StackId } from './stacks.ts';
export { scenarios, unanswered, type Scenario, type ScenarioId } from './scenarios.ts';
export { FixValueError, type FixValues } from './values.ts';

/**
 * The same software with one documented defect: the files of `broken/<id>/` take the place of those of
 * `app/` that have the same name.
 */
export interface BrokenTwin {
  /** The folder below `broken/`: what is wrong, as a noun. */
  readonly id: string;
  /** One sentence, present tense: what its author got wrong. */
  readonly defect: string;
  /** The systems on which it is one; absent: all of the fix's. */
  readonly systems?: readonly string[];
  readonly seen:
    /** A browser refuses this request. */
    | ({ readonly by: 'browser' } & Refused)
    /** A browser accepts it; on the wire this expectation of `servers/fix-runner/conformance.ts` is not met. */
    | { readonly by: 'wire'; readonly expectation: string; readonly diagnosis: DiagnosisId }
    /**
     * Behind a dev server, this no longer works. `diagnosis` is null where the browser has no part in it: the
     * page then reads `status`, which is null for a network error.
     */
    | {
        readonly by: 'page';
        readonly scenario: DevScenarioId;
        readonly diagnosis: DiagnosisId | null;
        readonly status: number | null;
      }
    /** With these pages the handshake of its WebSocket ends otherwise than it should; of each role there is one. */
    | { readonly by: 'handshake'; readonly diagnosis: DiagnosisId; readonly from: readonly OriginRole[] }
    /** The process ends before it listens, and prints this. */
    | { readonly by: 'start'; readonly prints: string };
  /** Other requests that a browser refuses for the same defect, which its hint is about as well; absent: none. */
  readonly alsoRefused?: readonly Refused[];
  /** Said where an API has its CORS layer, and one response fails as this twin does; absent: nothing. */
  readonly hint?: Hint;
}

/** A request that a browser refuses, with a diagnosis that says why. */
export interface Refused {
  /** One that no other fix is asked stands here whole. */
  readonly scenario: ScenarioId | Scenario;
  readonly diagnosis: DiagnosisId;
}

/**
 * What a CORS layer misses in one stack, and what to do. It is run: the twin is refused, and accepted once the files of
 * `applied/<id>/` take the place of its own; where there are none, it is the fix itself that is accepted.
 */
export interface Hint {
  /** What responses it is about: those with an ok status, with another one, with one of these, or all. */
  readonly on: 'ok' | 'error' | 'any' | readonly [number, ...number[]];
  /** Who made them, where another one keeps the headers; absent: anybody. */
  readonly by?: 'application' | 'error path' | 'proxy';
  /** Set: it takes the application's own lines away as well, so that nothing shows who made the response. */
  readonly takesAll?: true;
  /**
   * Set: the printed file shows how, in more than where its layer stands. Absent: the file is the layer that the reader has,
   * and the text says all.
   */
  readonly isShownByFile?: true;
  /** One or two sentences: what to look for, and what to do. */
  readonly text: Word;
}

/** How the software is started, and known to be ready. Placeholders: see `servers/fix-runner/run-fix.ts`. */
export interface Start {
  readonly argv: readonly [command: string, ...rest: string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly ready:
    /**
     * A line of its output begins so. With `port: 'own'` the last number in it is the port; with `port: 'reserved'` it
     * accepts connections there, too.
     */
    | { readonly kind: 'line'; readonly startsWith: string }
    /** It accepts connections on its port. */
    | { readonly kind: 'listening' }
    /** It answers `GET path` with another status than 404, which it says until it has read its configuration. */
    | { readonly kind: 'answering'; readonly path: string };
  /** `own`: it listens on port 0 and prints what it got. `reserved`: it is given a port that was free. */
  readonly port: 'own' | 'reserved';
  /** `https`: the files `server.crt` and `server.key` lie beside its own. */
  readonly scheme?: 'http' | 'https';
}

interface AnyFix {
  /** `<stack>-<variant>`, which is also the folder: `<stack>/<variant>/manifest.ts`. */
  readonly id: string;
  readonly stack: StackId;
  /** A few words for a heading: what tells it from the stack's other fixes. */
  readonly variant: string;
  /** Folders of `servers/systems/` it runs on, the current one first. */
  readonly systems: readonly [string, ...string[]];
  /** The first of its stack's fixes to show, of those for the same diagnoses. */
  readonly preferred: boolean;
  /** The one file a user edits, below `app/`: what a report prints. */
  readonly printed: string;
  /** The fence of a Markdown code block: `js`, `nginx`, … */
  readonly language: string;
  /** What a user types to install what the printed file needs; the empty string if nothing. */
  readonly install: string;
  readonly start: Start;
  /** Other ways to run the same files, by a word for each; the fix holds for these too. */
  readonly otherStarts?: Readonly<Record<string, Start>>;
  /** Sentences that a user of this fix should know; may be empty. */
  readonly notes: readonly Word[];
  readonly broken: readonly [BrokenTwin, ...BrokenTwin[]];
}

/** The API, or a server in front of it, answers cross-origin pages. */
export interface ApiFix extends AnyFix {
  readonly role: 'api';
  /**
   * The API that it stands in front of, whose origin is `{{backend as …}}`: one that sends no CORS header
   * (`silent`), one that allows every origin itself (`own-cors`), or one of the latter that speaks TLS, refuses
   * a handshake without server name, and whose authority is the file `upstream-ca.pem` (`tls`).
   */
  readonly backend: 'none' | 'silent' | 'own-cors' | 'tls';
  /**
   * What it answers to `OPTIONS /items` that is not a CORS-preflight request, and why that is reasonable.
   * `trustedStatus`: with a trusted `Origin`, where that differs.
   */
  readonly plainOptions: { readonly status: number; readonly trustedStatus?: number; readonly why: string };
  /** Status of what every fix is asked for by a method that the software does not speak, and why; absent: it speaks all. */
  readonly otherStatuses?: {
    readonly byMethod: Readonly<Partial<Record<string, number>>>;
    readonly why: string;
  };
  /**
   * Header names, in lower case, that it sends to those as well who may not read, and why that grants nothing; absent: none.
   * Never `Access-Control-Allow-Origin`.
   */
  readonly sentToAll?: { readonly names: readonly string[]; readonly why: string };
}

/** A dev server in front of the API: the page and the API share an origin, so that there is no CORS request. */
export interface DevProxyFix extends AnyFix {
  readonly role: 'dev-proxy';
  /** Whose address the API finds in Host. */
  readonly host: 'page' | 'backend';
  /** Scenarios that it does not fulfil however it is configured, with the reason. */
  readonly limits: readonly {
    readonly scenario: DevScenarioId;
    /** What the page reads instead; null for a network error. */
    readonly status: number | null;
    readonly why: string;
  }[];
}

/** A server of WebSockets compares Origin at the handshake: there is no CORS protocol for it. */
export interface WebSocketFix extends AnyFix {
  readonly role: 'websocket';
  /** Where it takes handshakes, as the route of a policy says it. */
  readonly path: string;
}

/** Server code or configuration that a browser accepted. Files: `app/` beside the manifest. */
export type Fix = ApiFix | DevProxyFix | WebSocketFix;

/** What is needed of a fix to print it. */
export interface PrintableFix extends Pick<
  Fix,
  'stack' | 'variant' | 'role' | 'preferred' | 'printed' | 'language' | 'install' | 'notes'
> {
  /** The printed file, before it is filled. */
  readonly template: string;
  /** What it stands in front of; absent: no server that it is known to work with. */
  readonly backend?: ApiFix['backend'];
  /** What is known to be wrong without it; absent: nothing. */
  readonly broken?: Fix['broken'];
}

/** A printable fix, and what is known to be wrong without it. */
export interface LibraryFix extends PrintableFix {
  readonly broken: Fix['broken'];
}

export const defineFix = <const F extends Fix>(fix: F): F => fix;

/** Something that is installed by `scripts/provision-frameworks.mjs` and that fixes run on. */
export interface System {
  /** The folder's name below `servers/systems/`. */
  readonly id: string;
  /** With its major version, as people say it: `Express 5`. */
  readonly name: string;
  /** What must be there before anything is installed. */
  readonly needs: {
    /** The lowest version of Node, `22.15.0`; absent if any will do. */
    readonly node?: string;
    /** Commands that must be on the PATH once the system is provisioned. */
    readonly commands?: readonly string[];
  };
  /** Where the versions that ran are read, in the order in which they are said. */
  readonly versions: readonly (
    | { readonly name: string; readonly from: 'npm'; readonly package: string }
    | { readonly name: string; readonly from: 'python'; readonly package: string }
    /** The Node that its package.json brings from npm, as that of this project may be too old for it. */
    | { readonly name: 'Node'; readonly from: 'node' }
    /** The first group of `pattern` in what the command prints; `{system}` in `argv` is what was provisioned. */
    | {
        readonly name: string;
        readonly from: 'command';
        readonly argv: readonly [string, ...string[]];
        readonly pattern: string;
      }
  )[];
}

export const defineSystem = <const S extends System>(system: S): S => system;
