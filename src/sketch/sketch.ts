import { isMeantForApp } from '../policy/app-origin.ts';
import type { BodyInput, RouteKind, ValueSource } from '../policy/types.ts';
import type { Told } from '../words/say.ts';

/** A text of the policy file. A secret is never one: it is the environment variable `env`, behind what is no secret. */
export type Text = string | { readonly prefix: string; readonly env: string };

/** A part of a sketch, and where it comes from: the comment beside its line. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly from: string;
}

/** What of a policy is known from elsewhere: a recording, a document, or what the API answers today. */
export interface Sketch {
  /** The origin of the API, with its base path. */
  readonly target: Sourced<string>;
  /** The command that starts the API. */
  readonly start?: Sourced<string> | undefined;
  readonly trustedOrigins: readonly Sourced<string>[];
  /** How pages sign in, for the routes that say `session`. */
  readonly session?: SketchedSession | undefined;
  readonly routes: readonly SketchedRoute[];
  readonly leftOut: readonly LeftOut[];
}

/** The name of the one session that a sketch may have. */
export const sessionName = 'user';

export interface SketchedSession {
  readonly page: readonly Sourced<SketchedLogin>[];
  /** None where it is empty. */
  readonly headersFrom: Sourced<SketchedLogin['headersFrom']>;
}

/** A request that signs in. */
export interface SketchedLogin {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, Text>>;
  /** Names lower-case. */
  readonly headersFrom: Readonly<Record<string, ValueSource>>;
  /** The text is that of its parts, one behind the other. */
  readonly body?: { readonly contentType: string; readonly text: readonly Text[] } | undefined;
}

/** What cannot be used, and why: the end of a sentence that begins with `what`. */
export interface LeftOut {
  readonly what: string;
  readonly why: Told;
}

/** A route of the policy. A member that says nothing is left out. */
export interface SketchedRoute {
  readonly path: Sourced<string>;
  /** Left out for `fetch`; a policy of the others does not say `methods`. */
  readonly kind?: Sourced<Exclude<RouteKind, 'fetch'>> | undefined;
  readonly protocols?: Sourced<readonly string[]> | undefined;
  readonly methods: Sourced<readonly string[]>;
  readonly pathParameters?: Sourced<Readonly<Record<string, Text>>> | undefined;
  readonly query?: Sourced<Readonly<Record<string, Text>>> | undefined;
  /** Lower-case, in order. */
  readonly requestHeaders?: Sourced<readonly string[]> | undefined;
  readonly headers?: Sourced<Readonly<Record<string, Text>>> | undefined;
  readonly credentials?: Sourced<'include'> | undefined;
  /** It is called with the session of the sketch. */
  readonly session?: Sourced<true> | undefined;
  readonly exposedHeaders?: Sourced<readonly string[]> | undefined;
  readonly preflightCacheSeconds?: Sourced<number> | undefined;
  readonly public?: Sourced<true> | undefined;
  readonly body?: Sourced<BodyInput> | undefined;
  readonly status?: Sourced<readonly number[]> | undefined;
  readonly errors?: readonly Sourced<SketchedError>[] | undefined;
  /** What the owner has to look at: a comment above the route each. */
  readonly remarks?: readonly string[] | undefined;
}

/** What differs from the route's own request. `null` leaves out a header. */
export interface SketchedError {
  readonly name: string;
  readonly status: number;
  /** Where it is not the route's first method. */
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly headers?: Readonly<Record<string, null>> | undefined;
}

/** Returns the text that a reader of the policy would see, with `secret` in place of an environment variable. */
export const textWith = (text: Text, secret: (env: string) => string): string =>
  typeof text === 'string' ? text : `${text.prefix}${secret(text.env)}`;

/**
 * Returns the trusted origins that a route has of its own: where it has a session, those that are no apps or extensions, of
 * which no browser here is a page. Null where all are its own.
 */
export function originsOf(
  { trustedOrigins }: Pick<Sketch, 'trustedOrigins'>,
  { session }: Pick<SketchedRoute, 'session'>,
): readonly string[] | null {
  const all = trustedOrigins.map(({ value }) => value);
  const pages = all.filter((one) => !isMeantForApp(one));
  return session === undefined || pages.length === all.length ? null : pages;
}

/** Returns the environment variables that a sketch needs, each once, in order. */
export function variablesOf({ session, routes }: Pick<Sketch, 'session' | 'routes'>): readonly string[] {
  const texts = [
    ...(session?.page ?? []).flatMap(({ value: { headers, body } }) => [
      ...Object.values(headers),
      ...(body?.text ?? []),
    ]),
    ...routes.flatMap(({ pathParameters, query, headers }) =>
      [pathParameters, query, headers].flatMap((part) => Object.values(part?.value ?? {})),
    ),
  ];
  return [...new Set(texts.flatMap((text) => (typeof text === 'string' ? [] : [text.env])))];
}

/** Returns a list or a record with where it comes from; undefined where it is empty, so that it says nothing. */
export const unlessEmpty = <Value extends object>(value: Value, from: string): Sourced<Value> | undefined =>
  Object.keys(value).length === 0 ? undefined : { value, from };
