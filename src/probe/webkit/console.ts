import type { ConsoleError, NamedRequests } from '../tapped/page-driver.ts';

const lineStart = /^(?:\S+:\d+:\d+: )?CONSOLE (?:([A-Z]+) )?(LOG|INFO|DEBUG|WARN|ERROR) /;

/**
 * What the engine prints of its console, line by line: errors, and warnings on security, such as the one that
 * mixed content is blocked. Other lines give nothing. Texts of several lines are put together again.
 */
export class WebKitConsoleReader {
  readonly #take: (entry: ConsoleError) => void;
  readonly #isMark: (text: string) => boolean;
  readonly #begin: (text: string) => void;
  #rest = '';
  #open: string | null = null;

  /**
   * Makes a reader that hands on texts that `isMark` whatever their level. That an error is whole is known when the next
   * line comes; `begin` is told of its first line at once.
   */
  constructor(
    take: (entry: ConsoleError) => void,
    isMark: (text: string) => boolean,
    begin: (text: string) => void = () => undefined,
  ) {
    this.#take = take;
    this.#isMark = isMark;
    this.#begin = begin;
  }

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    const start = lineStart.exec(line);
    if (start === null) {
      if (this.#open !== null) this.#open += `\n${line}`;
      return;
    }
    this.#flush();
    const text = line.slice(start[0].length);
    const [, source, level] = start;
    if (this.#isMark(text)) this.#take({ text, code: null });
    else if (level === 'ERROR' || (level === 'WARN' && source === 'SECURITY')) {
      this.#open = text;
      this.#begin(text);
    }
  }

  #flush(): void {
    if (this.#open === null) return;
    // What GTK prints of itself comes after an empty line.
    const text = this.#open.replace(/\n\n\([^\n]*$/s, '').replace(/\n+$/, '');
    this.#take({ text, code: webkitCodeOf(text) });
    this.#open = null;
  }
}

const redirect = 'Cross-origin redirection to .* denied by Cross-Origin Resource Sharing policy: ';

/** WebKit has no codes: these are names for its texts. What begins as a redirect's text ends as another's. */
const texts: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^Origin .* is not allowed by Access-Control-Allow-Origin\. Status code: \d+$/s, 'OriginNotAllowed'],
  [
    /^Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true\.$/,
    'WildcardWithCredentials',
  ],
  [/^Access-Control-Allow-Origin cannot contain more than one origin\.$/, 'MultipleOrigins'],
  [/^Credentials flag is true, but Access-Control-Allow-Credentials is not "true"\.$/, 'CredentialsNotTrue'],
  [/^Preflight response is not successful\. Status code: \d+$/, 'PreflightNotSuccessful'],
  [/^Header Access-Control-Allow-Methods has an invalid value: /, 'InvalidAllowMethods'],
  [/^Header Access-Control-Allow-Headers has an invalid value: /, 'InvalidAllowHeaders'],
  [/^Method .* is not allowed by Access-Control-Allow-Methods\.$/, 'MethodNotAllowed'],
  [/^Request header field .* is not allowed by Access-Control-Allow-Headers\.$/, 'HeaderNotAllowed'],
  [/^not allowed to follow a cross-origin CORS redirection with non CORS scheme$/, 'RedirectScheme'],
  [/^redirection URL .* has credentials$/s, 'RedirectCredentials'],
  [/^FTP URLs are disabled$/, 'RedirectScheme'],
  [/^Cross origin requests are only supported for HTTP\.$/, 'OnlyHttp'],
  [/^No-Cors mode requires follow redirect mode$/, 'NoCorsRedirectMode'],
  [
    /^(?:Fetch API|XMLHttpRequest|EventSource) cannot load .*(?<! due to access control checks)\.$/s,
    'CannotLoad',
  ],
  [/^Unsafe attempt to load URL .* from origin /s, 'CannotLoad'],
  [/^\[blocked\] The page at .* requested insecure content from /s, 'MixedContent'],
  [/^Load cannot follow more than 20 redirections$/, 'RedirectLimit'],
  [/^Blocked by Content Security Policy\.$/, 'ContentSecurityPolicy'],
  [/^Refused to .* directive of the Content Security Policy\.$/s, 'ContentSecurityPolicy'],
  [/^Refused to execute .* as script because "X-Content-Type-Options: nosniff" was given /s, 'MimeType'],
  [/because it violates the resource's Cross-Origin-Resource-Policy response header\.$/, 'ResourcePolicy'],
  [/ due to access control checks\.$/, 'AccessControlChecks'],
];

/** Returns the name of a console text; null for one that is not listed. */
export function webkitCodeOf(text: string): string | null {
  const inner = text.replace(new RegExp(`^${redirect}`, 's'), '');
  return texts.find(([pattern]) => pattern.test(inner))?.[1] ?? null;
}

/** Returns the code that names a refusal. The line that follows every refusal counts only where it stands alone. */
export function namingWebKitCode(codes: readonly (string | null)[]): string | null {
  const own = codes.filter((code) => code !== null);
  return own.find((code) => code !== 'AccessControlChecks') ?? own[0] ?? null;
}

/** WebKit prints why it refuses a request, and then, at once, which one it refused. */
export const namedByWebKit: NamedRequests = {
  urlIn: (text) =>
    /^Fetch API cannot load (\S+?)(?: due to access control checks)?\.$/.exec(text)?.[1] ?? null,
  isInEach: false,
};
