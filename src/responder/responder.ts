import { isRedirectStatus } from '../fetch-standard/statuses.ts';
import { parseUrl } from '../fetch-standard/urls.ts';
import { stacks } from '../fix/stacks.ts';
import type { Exchange, HeaderList, Responder, ResponderKind } from '../model.ts';
import { listed } from '../words/listed.ts';
import type { StackGuess } from './guess-stack.ts';
import { isOfLogin } from './login-address.ts';
import { ownPageOf } from './own-page.ts';
import {
  cacheSigns,
  copyLines,
  frontSigns,
  lineOf,
  linesOf,
  madeSigns,
  throughSigns,
  type Of,
} from './signs.ts';
import type { OwnPage, Sign } from './sign.ts';
import { contentType, type Response, type Usual } from './usual.ts';
import { say } from '../words/say.ts';

/** Who made a response, and what is known of it beside what a report says. */
export interface Found extends Responder {
  /** The stacks whose files may configure it, and the line that gave it away; `null` if no file does. */
  readonly guess: StackGuess | null;
  readonly sign: Of<Sign> | null;
  /** Whether the request was refused while it was being parsed, so that no rule on headers was reached. */
  readonly isParsing: boolean;
  /** Whether the API's other answers show their application, and this one does not. */
  readonly isLacking: boolean;
  /** Whether it answers beside the application, so that the stack which the policy names is not its own. */
  readonly isBeside: boolean;
}

type Line = HeaderList[number];

/**
 * Returns who made `response`, the one of `exchange`, by its header lines and by what tells it from `usual`, the API's
 * responses that are in order. A line that all of these have says only what is in front of the API. Pure.
 */
export function responderOf(exchange: Exchange, response: Response, usual: Usual | null): Found {
  const { purpose, url } = exchange;
  const page = ownPageOf(exchange, response, usual);
  return (
    byMadeSign(response) ??
    byLoginRedirect(url, response) ??
    byCopy(response, usual) ??
    (page?.kind === 'error path' ? ofPage(page, response, []) : null) ??
    byApplication(response) ??
    byDifference(purpose, response, usual, page) ??
    byPath(url) ??
    unknown(response, usual)
  );
}

function byMadeSign({ status, headers }: Response): Found | null {
  for (const sign of madeSigns) {
    const lines = linesOf(headers, sign);
    if (lines !== null && sign.statuses?.includes(status) !== false) return ofSign(sign, lines);
  }
  return null;
}

function byLoginRedirect(url: string, { status, headers }: Response): Found | null {
  const location = lineOf(headers, { header: 'location' });
  if (!isRedirectStatus(status) || location === undefined) return null;
  const [from, to] = [parseUrl(url), parseUrl(location[1], url)];
  if (from === null || to === null || !isOfLogin(to, from)) return null;
  const sign = [...throughSigns, ...frontSigns].find((one) => linesOf(headers, one) !== null) ?? null;
  const own = sign === null ? [] : (linesOf(headers, sign) ?? []);
  return {
    ...found('login', say('a check for a session'), [location, ...own], []),
    // Whose check it is decides who changes it, and no file of headers does.
    sign: sign?.kind === 'application' ? sign : null,
  };
}

/** Finds a copy, where not all of the API's responses are one. */
function byCopy({ headers }: Response, usual: Usual | null): Found | null {
  const lines = usual?.isAlwaysCopy === false ? copyLines(headers) : [];
  if (lines.length === 0) return null;
  const sign = cacheSigns.find((one) => linesOf(headers, one) !== null);
  return found('cache', sign?.name ?? say('a cache'), lines, []);
}

function byApplication({ headers }: Response): Found | null {
  for (const sign of throughSigns) {
    const lines = sign.kind === 'application' ? linesOf(headers, sign) : null;
    if (lines !== null) return ofSign(sign, lines);
  }
  return null;
}

/** Finds a server in front of the API, where the response differs from those that came through it. */
function byDifference(
  purpose: Exchange['purpose'],
  response: Response,
  usual: Usual | null,
  page: Of<OwnPage> | null,
): Found | null {
  const { status, headers } = response;
  if (usual === null) {
    return page !== null && ofServersStatuses.has(status) ? ofPage(page, response, []) : null;
  }
  const lacked = lackedBy(response, usual);
  if (page !== null) {
    const differs = lacked.length > 0 || !usual.contentTypes.has(contentType(response));
    return differs ? ofPage(page, response, lacked) : null;
  }
  const sign = frontSigns.find((one) => linesOf(headers, one) !== null);
  const lines = sign === undefined ? null : linesOf(headers, sign);
  if (sign === undefined || lines === null) return null;
  // What it adds to all that comes from behind it is missing, so that nothing behind it made the response.
  const isItself = lacked.length > 0 && usual.through.some((one) => isPassedBy(one.sign, sign));
  if (isItself || !usual.known.has(sign)) return ofSign(sign, lines, lacked);
  // A response that a handler writes by itself may lack the line of the application as well.
  const isOfServers = status >= 300 || purpose === 'preflight';
  if (lacked.length === 0 || !isOfServers) return null;
  return {
    ...found(sign.kind, say('{name}, or a server behind it', { name: sign.name }), lines, lacked),
    ...guessOf(sign, lines),
  };
}

const isPassedBy = (passed: Sign, front: Sign): boolean =>
  passed.shows === 'passed' && passed.name === front.name;

/** Finds what answers below a path of its own, beside the application, and has no line that shows it. */
function byPath(url: string): Found | null {
  const path = '/socket.io/';
  if (parseUrl(url)?.pathname.includes(path) !== true) return null;
  const { name } = stacks['socket-io'];
  return {
    ...found('application', name, [], [], say('the path holds {path}', { path })),
    guess: { stacks: ['socket-io'], hint: path },
    isBeside: true,
  };
}

/** Returns the lines by which the API's responses show that they came from the application, if `response` lacks all. */
function lackedBy({ headers }: Response, { through }: Usual): readonly string[] {
  const isLacked = through.every(({ sign }) => linesOf(headers, sign) === null);
  return isLacked ? through.map(({ line }) => line) : [];
}

function ofSign(sign: Of<Sign>, lines: readonly Line[], lacked: readonly string[] = []): Found {
  return { ...found(sign.kind, sign.name, lines, lacked), sign, ...guessOf(sign, lines) };
}

function ofPage(page: Of<OwnPage>, { status, headers }: Response, lacked: readonly string[]): Found {
  const { kind, name } = page;
  const shown = [
    ...page.lines.map(({ header }) => header),
    'content-type',
    ...(page.body === undefined ? [] : ['content-length']),
  ];
  const lines = headers.filter((line) => shown.includes(line[0].toLowerCase()));
  return {
    ...found(kind, name, lines, lacked, say('the page is its own')),
    ...guessOf(page, lines),
    isParsing: page.body === undefined && (kind === 'error path' || parsingStatuses.has(status)),
  };
}

function unknown(response: Response, usual: Usual | null): Found {
  const lacked = usual === null ? [] : lackedBy(response, usual);
  return {
    kind: 'unknown',
    name: null,
    said:
      lacked.length === 0
        ? say('Who made this response is not known: its header lines do not show it.')
        : say(
            "Who made this response is not known: its header lines do not show it, and they lack {names}, which the API's other answers have.",
            { names: listed(lacked) },
          ),
    guess: null,
    sign: null,
    isParsing: tooLongStatuses.has(response.status),
    isLacking: lacked.length > 0,
    isBeside: false,
  };
}

/** The request line or the header lines are too long, so that they were not read to their end. */
const tooLongStatuses: ReadonlySet<number> = new Set([414, 431, 494]);
/** What a server in front answers with its bare page, where nothing else is known of the API. */
const ofServersStatuses: ReadonlySet<number> = new Set([
  ...tooLongStatuses,
  401,
  403,
  405,
  413,
  502,
  503,
  504,
]);
/** What a server in front refuses itself before it looks at its rules on headers. */
const parsingStatuses: ReadonlySet<number> = new Set([400, ...tooLongStatuses]);

function found(
  kind: Exclude<ResponderKind, 'unknown'>,
  name: string,
  lines: readonly Line[],
  lacked: readonly string[],
  ...more: readonly string[]
): Found {
  const shown = lines.length === 0 ? [] : [lines.map(inShort).join(', ')];
  const others =
    lacked.length === 0 ? [] : [say("the API's other answers have {names}", { names: listed(lacked) })];
  return {
    kind,
    name,
    said: say('Answered by {name}: {signs}.', {
      name,
      signs: [...shown, ...(others.length === 0 ? more : others)].join('; '),
    }),
    guess: null,
    sign: null,
    isParsing: false,
    isLacking: lacked.length > 0,
    isBeside: false,
  };
}

const inShort = ([name, value]: Line): string =>
  `${name}: ${value.length > longest ? `${value.slice(0, longest)}…` : value}`;
const longest = 80;

const guessOf = ({ stacks }: Pick<Sign, 'stacks'>, [line]: readonly Line[]): Pick<Found, 'guess'> => ({
  guess: stacks === undefined ? null : { stacks, hint: line?.join(': ') ?? '' },
});
