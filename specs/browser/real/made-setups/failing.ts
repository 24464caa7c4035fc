import type { RequestListener } from 'node:http';
import type { StackId } from '../../../../src/fix/fix.ts';
import { answer, api, grant, inPlace, isPreflight, type Answer } from './answering.ts';
import { app, type MadeSetup } from './made-setup.ts';

export type Lines = Readonly<Record<string, string>>;

export const express = { 'X-Powered-By': 'Express' };
export const html = { 'Content-Type': 'text/html' };
export const json = { 'Content-Type': 'application/json' };

/** Returns a policy of one route, with one error that it declares. */
export const declaring = (status: number, stack?: StackId): MadeSetup['policy'] => ({
  trustedOrigins: [app],
  unknownPath: false,
  ...(stack === undefined ? {} : { stack }),
  routes: [
    {
      path: '/items',
      methods: ['GET'],
      requestHeaders: ['authorization'],
      errors: [{ name: 'failed', path: '/failed', status }],
    },
  ],
});

/** Makes an API in order, whose answers have `always`, but for one path, where `failed` answers in its place. */
export const failing =
  (always: Lines, failed: Answer): (() => RequestListener) =>
  () =>
    api({ origins: [app] }, { '/items': answer(200, {}, '[1,2]'), '/failed': failed }, always);

/** What a finding of the one path that fails begins with. */
export const origin = 'high origin-missing on /items; answered by';

/** Makes an API that redirects whoever has no session, OPTIONS as well if `isPreflightToo`. */
export const redirecting =
  (location: string, lines: Lines, isPreflightToo: boolean): RequestListener =>
  (request, response) => {
    if (isPreflight(request) && !isPreflightToo) {
      grant({ origins: [app] }, request, response);
      response.writeHead(204, lines).end();
    } else inPlace(302, { ...lines, Location: location })(request, response);
  };

export const behindLogin: MadeSetup['policy'] = {
  trustedOrigins: [app],
  unknownPath: false,
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'], status: 401 }],
};
