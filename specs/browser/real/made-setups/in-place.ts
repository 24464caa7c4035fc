import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { answer, api, grant, inPlace, isPreflight, pathOf } from './answering.ts';
import { admin, app, type MadeSetup, type MadeSetups } from './made-setup.ts';

const one: MadeSetup['policy'] = {
  trustedOrigins: [app],
  unknownPath: false,
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
};
const two: MadeSetup['policy'] = {
  trustedOrigins: [app, admin],
  unknownPath: false,
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
};

const items = answer(200, {}, '[1,2]');
const uvicorn = { Server: 'uvicorn' };

/** Makes a tunnel that hands OPTIONS through, and shows a page of its own to what may be a browser. */
const tunnel = (): RequestListener => (request, response) => {
  const isWarned =
    request.method !== 'OPTIONS' &&
    !/^curl/.test(request.headers['user-agent'] ?? '') &&
    request.headers['ngrok-skip-browser-warning'] === undefined;
  if (isWarned) {
    const page = { 'Content-Type': 'text/html', 'Ngrok-Error-Code': 'ERR_NGROK_6024', 'Ngrok-Trace-Id': 'x' };
    inPlace(200, page, '<!DOCTYPE html>')(request, response);
    return;
  }
  const granted = { origins: [app], headers: 'authorization, ngrok-skip-browser-warning' };
  api(granted, { '/items': items }, uvicorn)(request, response);
};

/** Makes a proxy that compresses, and writes its own Vary over that of the API: for whom asks so, as each browser does. */
const compressing =
  (vary: string): RequestListener =>
  (request, response) => {
    grant({ origins: [app, admin] }, request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const asks = /gzip/.test(request.headers['accept-encoding'] ?? '');
    if (!asks && /^curl/.test(request.headers['user-agent'] ?? '')) items(request, response);
    else {
      const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Vary: vary };
      response.writeHead(200, headers).end(gzipSync('[1,2]'));
    }
  };

/** Makes a service, and the gateway before it, which both have the layer; OPTIONS is answered by the gateway alone. */
const chained =
  (layers: number): RequestListener =>
  (request, response) => {
    grant({ origins: [app], methods: 'GET, PUT' }, request, response);
    const { origin } = request.headers;
    if (isPreflight(request)) {
      response.writeHead(204).end();
      return;
    }
    if (origin === app) {
      for (let more = 1; more < layers; more += 1) {
        response.appendHeader('Access-Control-Allow-Origin', origin);
      }
    }
    response
      .writeHead(pathOf(request) === '/items' ? 200 : 404, { 'Content-Type': 'application/json' })
      .end();
  };

/** What answers beside the API's own layer, told by header lines. */
export const ofOthers: MadeSetups = {
  'a tunnel shows its warning page': {
    source: 'inconshreveable/ngrok#874',
    reported: tunnel,
    corrected: tunnel,
    policy: {
      ...one,
      routes: [
        { path: '/items', methods: ['GET'], requestHeaders: ['authorization', 'ngrok-skip-browser-warning'] },
      ],
    },
    correctedPolicy: {
      ...one,
      routes: [
        {
          path: '/items',
          methods: ['GET'],
          requestHeaders: ['authorization', 'ngrok-skip-browser-warning'],
          headers: { 'ngrok-skip-browser-warning': '1' },
        },
      ],
    },
    right: [
      "high origin-missing on /items; answered by ngrok's warning page (tunnel); to act: front end, back end; no file",
    ],
    cures: [
      "This is ngrok's warning page in place of the API, and no header of the API reaches it. Have the page send the request header ngrok-skip-browser-warning",
    ],
  },
  'what compresses loses the Vary of the API': {
    source: 'traefik/traefik#12214',
    reported: () => compressing('Accept-Encoding'),
    corrected: () => compressing('Origin, Accept-Encoding'),
    policy: two,
    right: [
      'medium vary-origin-missing on /items; answered by somebody (unknown); to act: back end, operator; no file',
    ],
    cures: [
      'Another answer of this address, which is not compressed, says Vary: Origin, and this answer says Vary: accept-encoding: what compresses replaces the Vary of the CORS layer.',
    ],
    curls: [
      `curl --include --compressed --header 'Origin: https://app.example.com' --header "authorization: $TOKEN" '/items': same Put the value of authorization in place of $TOKEN: no report shows it.`,
    ],
  },
  'a gateway and the service behind it both have the layer': {
    source: 'labstack/echo#2853',
    reported: () => chained(2),
    corrected: () => chained(1),
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [{ path: '/items', methods: ['GET', 'PUT'], requestHeaders: ['authorization'] }],
    },
    right: [
      'high origin-multiple on /items; answered by somebody (unknown); to act: back end, operator; no file',
    ],
    unsure: [
      'readable PUT /items: The CORS-preflight request is granted, response not seen: the actual request was held. This page is refused the response to GET (origin-multiple), for a reason that does not depend on the method, so it is probably refused this one as well. Mend that first, or declare send: true to have it seen.',
    ],
  },
  'a handler of Hono sets a Vary of its own': {
    source: 'honojs/hono#4471',
    reported: () => api({ origins: [app, admin] }, { '/items': answer(200, { Vary: 'Accept' }) }),
    corrected: () => api({ origins: [app, admin] }, { '/items': answer(200, { Vary: 'Origin, Accept' }) }),
    policy: { ...two, stack: 'hono' },
    right: [
      'medium vary-origin-missing on /items; answered by somebody (unknown); to act: back end; no file',
    ],
    cures: [
      "In Hono, look for this: A middleware around hono/cors that sets Vary takes Origin out of it, as a handler does in older versions: append to it, c.header('Vary', 'Accept', { append: true }). The CORS-preflight response of this address says Vary: Origin, and this answer says Vary: accept: what the CORS layer sets is replaced behind it.",
    ],
  },
  'an event stream is written past the layer of Fastify': {
    source: 'fastify/fastify#3979',
    reported: () =>
      api(
        { origins: [app] },
        { '/items': inPlace(200, { 'Content-Type': 'text/event-stream' }, 'data: hello\n\n') },
      ),
    corrected: () =>
      api({ origins: [app] }, { '/items': answer(200, { 'Content-Type': 'text/event-stream' }) }),
    policy: { ...one, unknownPath: true, stack: 'fastify' },
    right: [
      'high origin-missing on /items; answered by somebody (unknown); to act: back end, operator; no file',
    ],
    cures: [
      'The CORS layer is there: the answer to GET /cors-conformance-unknown-path (status 404) carries its headers. This response does not pass it. Look for a handler that writes the response by itself (raw, streamed, hijacked), and for a group, a mount or a router that the layer is not applied to. In Fastify, look for this: A handler that writes to reply.raw',
    ],
  },
};
