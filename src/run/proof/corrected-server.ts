import { exposingLines, grantingLines, sharingLines, varyLine } from '../../judge/cors-lines.ts';
import { isOkStatus, isRedirectStatus } from '../../fetch-standard/statuses.ts';
import { variesByOrigin } from '../../judge/vary.ts';
import type { HeaderList } from '../../model.ts';
import { isTrusted } from '../../policy/trusted.ts';
import type { ServerPromise } from '../../plan/server-promise.ts';
import type { ResponseRule } from '../../probe/response-rule.ts';

/**
 * Returns the answers of a server that does what the policy says of one route: it compares `Origin` with a list, and
 * sends nobody else a header of the CORS protocol. Its own such headers are replaced, `Vary` is added to; a
 * CORS-preflight request that it grants is answered with an ok status, unless it is redirected.
 */
export function correctedServer(promise: ServerPromise): ResponseRule {
  return (response) => {
    if (new URL(response.url).origin !== promise.target) return null;
    const { purpose, headers } = response;
    const sharing = sharedWith(promise, response.origin);
    const isShared = sharing.some(([name]) => name === 'Access-Control-Allow-Origin');
    const own = isShared ? (purpose === 'preflight' ? grantingLines(promise) : exposingLines(promise)) : [];
    return {
      status: isShared && purpose === 'preflight' ? granted(response.status) : response.status,
      headers: replaced(headers, [...sharing, ...own]),
    };
  };
}

function sharedWith(promise: ServerPromise, origin: string | null): HeaderList {
  const mayRead = origin !== null && (promise.public || isTrusted(promise.trustedOrigins, origin));
  if (mayRead) return sharingLines(origin, promise.credentialsMode, promise);
  return promise.public ? [] : [varyLine];
}

/**
 * Returns the status of a granted CORS-preflight request: 200, as the body stays. Headers make no answer of a redirect.
 */
function granted(status: number): number {
  return isOkStatus(status) || isRedirectStatus(status) ? status : 200;
}

function replaced(headers: HeaderList, lines: HeaderList): HeaderList {
  const kept = headers.filter(([name]) => !isOfCors(name));
  return [...kept, ...lines.filter((line) => line !== varyLine || !variesByOrigin(kept))];
}

const isOfCors = (name: string): boolean =>
  /^access-control-(allow-(origin|credentials|methods|headers)|expose-headers|max-age)$/i.test(name);
