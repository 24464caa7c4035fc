import type { HeaderList } from '../model.ts';
import type { HeaderHint, OwnPage, Sign, Signs } from './sign.ts';
import application from './signs/application.ts';
import authorizer from './signs/authorizer.ts';
import cache from './signs/cache.ts';
import errorPath from './signs/error-path.ts';
import login from './signs/login.ts';
import proxy from './signs/proxy.ts';
import tunnel from './signs/tunnel.ts';

/** A sign, or a page, and the kind of responder that it shows. */
export type Of<Shown> = Shown & { readonly kind: Signs['kind'] };

/** In the order in which they are asked: who made a response itself is asked before who is in front of it. */
const all: readonly Signs[] = [tunnel, login, authorizer, errorPath, cache, application, proxy];

const signs = all.flatMap(({ kind, signs: own }) => own.map((sign): Of<Sign> => ({ ...sign, kind })));

export const ownPages = all.flatMap(({ kind, pages }) =>
  pages.map((page): Of<OwnPage> => ({ ...page, kind })),
);

export const madeSigns = signs.filter(({ shows }) => shows === 'made');
/** The signs of a cache are evidence of another kind: the response may be another one's that it stored. */
export const frontSigns = signs.filter(({ shows, kind }) => shows === 'front' && kind !== 'cache');
export const cacheSigns = signs.filter(({ kind }) => kind === 'cache');
/** What a response has that came from the application. */
export const throughSigns = signs.filter(
  ({ shows, kind }) => shows === 'passed' || (shows === 'front' && kind === 'application'),
);

type Line = HeaderList[number];

/** Returns the first line of `headers` that `hint` is about, if there is one. */
export const lineOf = (
  headers: HeaderList,
  { header, startsWith = '', word, pattern, is }: HeaderHint,
): Line | undefined =>
  headers.find(([name, value]) => {
    const text = value.trim().toLowerCase();
    return (
      name.toLowerCase() === header &&
      text.startsWith(startsWith.toLowerCase()) &&
      (word === undefined || new RegExp(`\\b${word}\\b`).test(text)) &&
      (pattern === undefined || pattern.test(text)) &&
      (is === undefined || is === value.trim())
    );
  });

/** Returns the lines by which `headers` show `sign`; `null` if they do not. */
export function linesOf(headers: HeaderList, sign: Pick<Sign, 'lines'>): readonly Line[] | null {
  const found = sign.lines.flatMap((hint) => {
    const line = lineOf(headers, hint);
    return line === undefined ? [] : [line];
  });
  return found.length === sign.lines.length ? found : null;
}

/** Returns the lines by which a response says that it is a copy, whatever cache they name. */
export const copyLines = (headers: HeaderList): readonly Line[] =>
  headers.filter(
    ([name, value]) =>
      (/^age$/i.test(name) && /^[1-9]\d*$/.test(value.trim())) ||
      (cacheHeaders.test(name) && /\bhit\b/i.test(value)) ||
      // Two transactions: the one that is answered, and the one that the copy was made for.
      (/^x-varnish$/i.test(name) && /^\d+ +\d+$/.test(value.trim())),
  );

const cacheHeaders = /^(cache-status|cdn-cache|.*-?cache(-status|-lookup|-hits?|-result)?)$/i;
