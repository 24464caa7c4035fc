/** What a fix is filled with: the policy's own words. */
export interface FixValues {
  /** Serialized origins that may read, in the policy's order. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  /** Request header names that a page may set. */
  readonly requestHeaders: readonly string[];
  /** Response header names that a page may read. */
  readonly exposedHeaders: readonly string[];
  /** `null`: nobody has said, so that a file says nothing of it. */
  readonly maxAgeSeconds: number | null;
  /** Whether a request's credentials mode may be "include". */
  readonly credentials: boolean;
  /** Where a proxy finds the API: an origin with scheme http or https. */
  readonly backend: string;
  /** The port to listen on; 0 lets the system choose. */
  readonly port: number;
}

export type ValueKey = keyof FixValues;

/** A value that must not be written into a fix. `problems` holds all of them, one sentence each. */
export class FixValueError extends Error {
  override readonly name = 'FixValueError';
  readonly code = 'FIX_VALUE';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** Scheme, host and port as a browser serializes them; other schemes than http are those of app shells. */
const serializedOrigin = /^[a-z][a-z0-9+.-]*:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._~!$&'()+,;=-]+)(:[0-9]{1,5})?$/;

/**
 * Throws a `FixValueError` with every problem of `values`. What passes is visible ASCII: no value can hold
 * a space, a line end or another control character.
 */
export function checkFixValues(values: FixValues): void {
  const problems: string[] = [];
  const each = (key: ValueKey, items: readonly string[], pattern: RegExp, what: string): void => {
    items.forEach((item, index) => {
      if (!pattern.test(item)) problems.push(`${key}[${index}] ${JSON.stringify(item)} is not ${what}.`);
    });
  };
  each('origins', values.origins, serializedOrigin, 'a serialized origin');
  each('methods', values.methods, token, 'a method');
  each('requestHeaders', values.requestHeaders, token, 'a header name');
  each('exposedHeaders', values.exposedHeaders, token, 'a header name');
  if (!serializedOrigin.test(values.backend) || !/^https?:/.test(values.backend)) {
    problems.push(`backend ${JSON.stringify(values.backend)} is not an http or https origin.`);
  }
  const { maxAgeSeconds } = values;
  if (maxAgeSeconds !== null && (!Number.isSafeInteger(maxAgeSeconds) || maxAgeSeconds < 0)) {
    problems.push(`maxAgeSeconds ${maxAgeSeconds} is not a whole number of seconds.`);
  }
  if (!Number.isSafeInteger(values.port) || values.port < 0 || values.port > 65535) {
    problems.push(`port ${values.port} is not a port.`);
  }
  if (problems.length > 0) throw new FixValueError(problems);
}
