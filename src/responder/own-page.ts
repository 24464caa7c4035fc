import { createHash } from 'node:crypto';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { Exchange } from '../model.ts';
import type { OwnPage } from './sign.ts';
import { lineOf, ownPages, type Of } from './signs.ts';
import { asText, contentType, type Response, type Usual } from './usual.ts';

/**
 * Returns the page of a server's own that `response` is, by its header lines as a whole; `null` if it is none. Lines that
 * all of the API's responses have, such as those of a server that adds them to everything, count for nothing.
 */
export function ownPageOf(
  request: Pick<Exchange, 'method' | 'url'>,
  response: Response,
  usual: Usual | null,
): Of<OwnPage> | null {
  return ownPages.find((page) => isPage(page, response, usual) && hasText(page, request, response)) ?? null;
}

/** Reports whether a response is as long as the text of `page`, where that is known, and has the validator that Express makes of it, if any. */
function hasText(
  { body }: OwnPage,
  { method, url }: Pick<Exchange, 'method' | 'url'>,
  { headers }: Response,
): boolean {
  if (body === undefined) return true;
  const { pathname, search } = new URL(url);
  const text = body.replace('{method}', method).replace('{target}', () => `${pathname}${search}`);
  const validator = getHeader(headers, 'ETag');
  return (
    getHeader(headers, 'Content-Length') === String(text.length) &&
    (validator === null || validator === expressValidator(text))
  );
}

/** Returns the ETag that Express sends with a text of ASCII alone. */
export const expressValidator = (text: string): string =>
  `W/"${text.length.toString(16)}-${createHash('sha1').update(text).digest('base64').slice(0, 27)}"`;

function isPage(page: OwnPage, response: Response, usual: Usual | null): boolean {
  const { status, headers } = response;
  if (status < 300 || (page.statuses !== undefined && !page.statuses.includes(status))) return false;
  if (contentType(response) !== (page.contentType ?? '')) return false;
  const names = headers.map(([name]) => name.toLowerCase());
  if (page.lacks.some((name) => names.includes(name))) return false;
  const own = new Set([...ofAnyMessage, ...page.mayHave, ...page.lines.map(({ header }) => header)]);
  return (
    page.lines.every((line) => lineOf(headers, line) !== undefined) &&
    headers.every((line) => own.has(line[0].toLowerCase()) || (usual?.lines.has(asText(line)) ?? false))
  );
}

const ofAnyMessage = [
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
];
