import { expect, test } from '@playwright/test';
import { collect } from '../../../reports/collect/collect.ts';
import type { DiagnosisId, Owner } from '../../../src/diagnoses/vocabulary.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import type { StackId } from '../../../src/fix/fix.ts';
import type { Exchange, HeaderList, Verdict } from '../../../src/model.ts';
import { planOf } from '../reports/sample-report.ts';
import { sampleTarget, sampleVerdict, type Sample } from '../reports/sample-verdict.ts';

/** One answer of the API. */
interface Answer {
  readonly purpose?: Exchange['purpose'];
  readonly path?: string;
  readonly status?: number;
  readonly headers: HeaderList;
  /** The page's origin. */
  readonly origin?: string;
}

interface Row {
  readonly title: string;
  /** What else the API answered, to pages that read it. */
  readonly others: readonly Answer[];
  readonly diagnosis: DiagnosisId;
  readonly failed: Answer;
  /** What the actual request got, where the failed one is the CORS-preflight response before it. */
  readonly after?: Answer;
  /** What the judge says of the cure; absent: the sentences of the diagnosis. */
  readonly cure?: string;
  /** What the policy names. */
  readonly stack?: StackId;
  readonly owner: Owner;
  readonly also: readonly Owner[];
  /** How the remedy begins, or all of it where nothing is left of that of the diagnosis. */
  readonly remedy: string;
  /** The stacks and variants of the printed files; the first alone where the stack is not known. */
  readonly files: readonly string[];
}

type Line = HeaderList[number];

const app = 'https://app.example.com';
const nginx: Line = ['Server', 'nginx/1.22.1'];
const apache: Line = ['Server', 'Apache/2.4.62 (Debian)'];
const caddy: Line = ['Server', 'Caddy'];
const express: Line = ['X-Powered-By', 'Express'];
const json: Line = ['Content-Type', 'application/json'];
const html: Line = ['Content-Type', 'text/html'];
const ofDjango: HeaderList = [
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];
const allowed: Line = ['Access-Control-Allow-Origin', app];
const vary: Line = ['Vary', 'Origin'];
const cors: HeaderList = [vary, allowed];
const preflight: Answer = { purpose: 'preflight', status: 204, headers: cors };

const send = `Send Access-Control-Allow-Origin: ${app} and Vary: Origin on this response, errors included.`;
const here = 'The CORS layer is there: the answer to GET /items (status 200) carries its headers.';
const notPassed = 'This response does not pass it.';
const written =
  'Look for a handler that writes the response by itself (raw, streamed, hijacked), and for a group, a mount or a router that the layer is not applied to.';
const errors =
  'Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front.';
const parsing = (by: string, limit: string): string =>
  `The request was refused while it was still being parsed (by ${by}), before any rule on headers: no response header cures that. Raise the limit for the request line and the header lines${limit}, or have the page send a shorter URL, token or cookie.`;
const ofNginx =
  'What the application sends does not reach a response that nginx makes itself: change it there.';

const beside =
  'A cors() on a path, a router or a route reaches no other one, and not the 404: call app.use(cors(…)) on the application itself, first.';
const cleared =
  'An error handler that takes all headers away before it answers (removeHeader) takes those of cors() as well: leave Vary and Access-Control-… there.';
const inherited =
  'In nginx, look for this: One add_header in a location or an if takes the place of all that it would inherit: repeat every line there.';
const inNginx = inherited.replace(
  ': One',
  ': An add_header without "always" is left out of error answers: write "always" at the end of each. One',
);
/** Who adds the headers is not known: it may be the application behind. */
const ifNginx = inNginx.replace('In nginx', 'If the CORS headers come from nginx');

const ofExpress = [
  'Express, the cors package',
  'Express, middleware by hand',
  'Express, dynamic origin list',
  'Express, explicit OPTIONS route',
];

const rows: readonly Row[] = [
  {
    title: 'nginx answers 502 itself in front of Express, whose stack the policy names',
    others: [{ headers: [nginx, json, express, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 502, headers: [nginx, html] },
    stack: 'express',
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} ${ofNginx} ${ifNginx} ${send}`,
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'the same where Express answers OPTIONS by the headers, so that nginx does not add them',
    others: [
      { ...preflight, path: '/others', headers: [nginx, express, ...cors] },
      { headers: [nginx, json, express, ...cors] },
    ],
    diagnosis: 'origin-missing',
    failed: { status: 502, headers: [nginx, html] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} ${ofNginx} ${send}`,
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'Apache answers 503 itself, in front of an API that says nothing of itself',
    others: [{ headers: [apache, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 503, headers: [apache, ['Content-Type', 'text/html; charset=iso-8859-1']] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} What the application sends does not reach a response that Apache httpd makes itself: change it there. In Apache httpd, look for this: A Header without "always" is left out of what httpd answers itself, such as errors and what a RewriteRule answers: write "Header always" on each. ${send}`,
    files: ['Apache httpd, reverse proxy for an API that sends CORS headers itself'],
  },
  {
    title: 'Caddy answers 502 itself in front of Express',
    others: [{ headers: [caddy, json, express, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 502, headers: [caddy, ['Content-Length', '0']] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} What the application sends does not reach a response that Caddy makes itself: change it there. If the CORS headers come from Caddy, look for this: A header block that takes a header away (-Server), gives a default (?) or says defer is left out of the errors of Caddy itself, and so is header_down: give the CORS headers a block of their own. ${send}`,
    files: ['Caddy, reverse proxy of an API'],
  },
  {
    title: 'HAProxy answers 503 itself in front of Express',
    others: [{ headers: [json, express, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 503, headers: [['Cache-Control', 'no-cache'], html] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} What the application sends does not reach a response that HAProxy makes itself: change it there. If the CORS headers come from HAProxy, look for this: An http-response rule does not reach what HAProxy answers itself, such as errors and http-request return: write http-after-response. ${send}`,
    files: ['HAProxy, frontend of an API'],
  },
  {
    title: 'nginx answers 502 itself in front of an API that sends no CORS header',
    others: [{ headers: [nginx, json, express] }],
    diagnosis: 'origin-missing',
    failed: { status: 502, headers: [nginx, html] },
    owner: 'operator',
    also: [],
    remedy: `${ofNginx} ${send}`,
    files: [
      'nginx, server block of an API',
      'nginx, reverse proxy for a third-party API over TLS',
      'nginx, in front of an API that sends CORS headers itself',
    ],
  },
  {
    title: 'a load balancer answers, for which there is no file',
    others: [{ headers: [json, express, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 503, headers: [['Server', 'awselb/2.0'], html] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} What the application sends does not reach a response that AWS load balancer makes itself: change it there. ${send}`,
    files: [],
  },
  {
    title: 'an error of Express that the layer does not pass, at a path that has it',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 413, headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${errors} In Express, look for this: A body parser that stands before cors() answers bodies that it cannot read (400, 413) without it: put cors() before express.json() and everything else that can answer. ${beside} ${send}`,
    files: [],
  },
  {
    title: 'an error of Express, whose handler may take the headers away',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/boom', status: 500, headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${errors} In Express, look for this: ${beside} ${cleared} ${send}`,
    files: [],
  },
  {
    title: 'the same of its own handler, which takes nothing away',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: {
      path: '/boom',
      status: 500,
      headers: [
        express,
        ['Content-Security-Policy', "default-src 'none'"],
        ['X-Content-Type-Options', 'nosniff'],
        ['Content-Type', 'text/html; charset=utf-8'],
      ],
    },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${errors} In Express, look for this: ${beside} ${send}`,
    files: [],
  },
  {
    title: 'an error of a framework of which no hint is known, whose layer is there',
    others: [{ headers: [['X-Powered-By', 'PHP/8.3.6'], json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/failed', status: 404, headers: [['X-Powered-By', 'PHP/8.3.6'], html] },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${errors} ${send}`,
    files: [],
  },
  {
    title: 'an error of Koa, whose file shows what its layer misses',
    others: [{ headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/boom', status: 500, headers: [['Content-Type', 'text/plain; charset=utf-8']] },
    stack: 'koa',
    owner: 'back end',
    also: ['operator'],
    remedy: `${here} ${notPassed} ${errors} In Koa, look for this: A route that is registered before app.use(cors(…)) answers without it: put the middleware first. Koa answers an exception itself,`,
    files: ['Koa, @koa/cors'],
  },
  {
    title: 'an answer of Express behind nginx, which answers OPTIONS by the headers that it adds',
    others: [
      { purpose: 'preflight', path: '/others', status: 204, headers: [nginx, ...cors] },
      { headers: [nginx, express, json, ...cors] },
    ],
    diagnosis: 'origin-missing',
    failed: { path: '/orders', headers: [nginx, express, json] },
    owner: 'back end',
    also: ['operator'],
    remedy: `${here} ${notPassed} ${written} In Express, look for this: ${beside} ${inherited} ${send}`,
    files: [],
  },
  {
    title: 'the same where Express answers OPTIONS by them, which its router does not without Allow',
    others: [
      { purpose: 'preflight', path: '/others', status: 204, headers: [nginx, express, ...cors] },
      { headers: [nginx, express, json, ...cors] },
    ],
    diagnosis: 'origin-missing',
    failed: { path: '/orders', headers: [nginx, express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${written} In Express, look for this: ${beside} ${send}`,
    files: [],
  },
  {
    title: 'Kestrel, which is named and has no file',
    others: [],
    diagnosis: 'origin-missing',
    failed: { headers: [['Server', 'Kestrel'], json] },
    owner: 'back end',
    also: [],
    remedy: send,
    files: [],
  },
  {
    title: 'IIS lets nobody in without an account, and nothing else is seen of the API',
    others: [],
    diagnosis: 'preflight-origin-missing',
    failed: {
      purpose: 'preflight',
      status: 401,
      headers: [['Server', 'Microsoft-IIS/10.0'], html, ['WWW-Authenticate', 'Negotiate']],
    },
    owner: 'operator',
    also: [],
    remedy: 'What the application sends does not reach a response that IIS makes itself: change it there.',
    files: [],
  },
  {
    title: 'a Lambda throws behind its gateway',
    others: [{ headers: [json, ['x-amzn-RequestId', 'a'], ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 502, headers: [json, ['x-amzn-ErrorType', 'InternalServerErrorException']] },
    owner: 'operator',
    also: ['back end'],
    remedy: `${here} ${notPassed} This is the answer of Amazon API Gateway in place of the API. Set the CORS headers on the gateway responses of API Gateway (DEFAULT_5XX), or see that the integration answers in time and without an error.`,
    files: ['AWS Lambda proxy handler, proxy handler, by hand'],
  },
  {
    title: 'an error of nobody knows whom, that lacks the line of Express, whose layer is there',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/failed', status: 500, headers: [['Content-Type', 'text/plain']] },
    stack: 'express',
    owner: 'back end',
    also: ['operator'],
    remedy: `${here} ${notPassed} ${errors} In Express, look for this: ${cleared} ${send}`,
    files: [],
  },
  {
    title: 'Socket.IO beside Express, whose layer it does not pass, and which the policy names',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/socket.io/', headers: [['Content-Type', 'text/plain; charset=UTF-8']] },
    stack: 'express',
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${written} In Socket.IO, look for this: It answers below /socket.io/ by itself, so that app.use(cors()) of Express does not reach it: give it a list of its own, new Server(server, { cors: { origin: [ … ], credentials: true } }). The option origins of version 2 is not read: write cors: { origin: [ … ] }. ${send}`,
    files: ['Socket.IO, beside Express, one layer for both'],
  },
  {
    title: 'nginx answers 502 itself where Socket.IO would',
    others: [{ headers: [nginx, json, express, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/socket.io/', status: 502, headers: [nginx, html] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} ${ofNginx} ${ifNginx} ${send}`,
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'tRPC in Express writes its own Vary over that of the layer',
    others: [{ path: '/fixed', headers: [express, json, ['Vary', 'Origin'], allowed] }],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [express, json, ['Vary', 'trpc-accept, accept'], allowed] },
    owner: 'back end',
    also: [],
    remedy:
      'The CORS layer is there: the answer to GET /fixed (status 200) says Vary: Origin. This response says Vary: trpc-accept, accept: what the layer sets is written over behind it, by a handler or by a server in front. Have that one append its names to Vary, or name Origin there too. In tRPC, look for this: A Vary that a middleware sets, as the package cors does, is written over by tRPC (Vary: trpc-accept, accept): append to it, responseMeta: () => ({ headers: new Headers({ Vary: "Origin" }) }). Send Vary: Origin on every response',
    files: [],
  },
  {
    title: 'two lines, of nobody knows whom',
    others: [preflight],
    diagnosis: 'origin-multiple',
    failed: { headers: [json, ...cors, allowed] },
    stack: 'echo',
    owner: 'back end',
    also: ['operator'],
    remedy:
      'This response passes two layers that add Access-Control-Allow-Origin; the CORS-preflight response for /items carries it once. Send the header once,',
    files: [],
  },
  {
    title: 'a Vary that what compresses writes over',
    others: [preflight],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [express, json, ['Content-Encoding', 'gzip'], ['Vary', 'Accept-Encoding'], allowed] },
    cure: 'Another answer of this address, which is not compressed, says Vary: Origin, and more.',
    owner: 'back end',
    also: ['operator'],
    remedy: 'Another answer of this address, which is not compressed, says Vary: Origin, and more.',
    files: [],
  },
  {
    title: 'nginx answers OPTIONS itself in front of Express, without Vary: Origin',
    others: [{ headers: [nginx, json, express, ...cors] }],
    diagnosis: 'preflight-vary-origin-missing',
    failed: { purpose: 'preflight', status: 204, headers: [nginx, allowed] },
    after: { headers: [nginx, json, express, ...cors] },
    owner: 'operator',
    also: [],
    remedy:
      'What the application sends does not reach a response that nginx, or a server behind it makes itself: change it there. Send Vary: Origin on the CORS-preflight response as well.',
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'a path of Express that has no layer, where others have',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { path: '/orders', headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${written} In Express, look for this: ${beside} ${send}`,
    files: [],
  },
  {
    title: 'a stream that is written past the layer, of a framework that says nothing of itself',
    others: [preflight, { path: '/nowhere', status: 404, headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { headers: [['Content-Type', 'text/event-stream']] },
    owner: 'back end',
    also: ['operator'],
    remedy: `The CORS layer is there: the answer to GET /nowhere (status 404) carries its headers. ${notPassed} ${written} ${send}`,
    files: [],
  },
  {
    title: 'the same of a framework that the policy names',
    others: [preflight, { path: '/nowhere', status: 404, headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { headers: [['Content-Type', 'text/event-stream']] },
    stack: 'fastify',
    owner: 'back end',
    also: ['operator'],
    remedy: `The CORS layer is there: the answer to GET /nowhere (status 404) carries its headers. ${notPassed} ${written} In Fastify, look for this: A handler that writes to reply.raw, or has called reply.hijack(), as event streams do, sends none of the headers that @fastify/cors has set on reply: pass them on, reply.raw.writeHead(200, { ...reply.getHeaders(), … }). An @fastify/cors that is registered within a plugin is for the routes of that plugin alone, and not for the 404: register it on the root instance, before all others. ${send}`,
    files: [],
  },
  {
    title: 'an uncaught exception of FastAPI',
    others: [{ headers: [['Server', 'uvicorn'], json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: {
      status: 500,
      headers: [
        ['Server', 'uvicorn'],
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['Content-Length', '21'],
      ],
    },
    owner: 'back end',
    also: [],
    remedy: `${here} ${notPassed} ${errors} In FastAPI, look for this: What answers uncaught exceptions (ServerErrorMiddleware) stands outside of everything that add_middleware adds, so that a 500 has no CORS headers: put CORSMiddleware around the whole application, app = CORSMiddleware(api, …). CORSMiddleware of an application that is mounted is for its routes alone, and not for those around it or their 404: put it around the outermost application. ${send}`,
    files: ['FastAPI, CORSMiddleware'],
  },
  {
    title: "an error behind Python's own server, on which several frameworks run",
    others: [{ headers: [['Server', 'WSGIServer/0.2 CPython/3.12.0'], json, ...cors] }],
    diagnosis: 'preflight-status-not-ok',
    failed: { ...preflight, status: 404, headers: [['Server', 'WSGIServer/0.2 CPython/3.12.0']] },
    owner: 'back end',
    also: [],
    remedy: 'Answer OPTIONS on this path',
    files: ['Django, django-cors-headers', 'Flask, flask-cors'],
  },
  {
    title: 'an error of Django behind uvicorn',
    others: [{ headers: [['Server', 'uvicorn'], ...ofDjango, json, ...cors] }],
    diagnosis: 'preflight-status-not-ok',
    failed: { ...preflight, status: 404, headers: [['Server', 'uvicorn'], ...ofDjango] },
    owner: 'back end',
    also: [],
    remedy: 'Answer OPTIONS on this path',
    files: ['Django, django-cors-headers', 'Django, django-cors-headers 3'],
  },
  {
    title: 'a Vary that the library of the stack has no option for',
    others: [{ headers: [json, ...cors] }],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [json, allowed] },
    stack: 'flask',
    owner: 'back end',
    also: [],
    remedy:
      'Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike. Flask-CORS has no option for this: add it beside the library, as the file of the fix does.',
    files: ['Flask, flask-cors', 'Flask, by hand', 'Flask, flask-cors with debug on'],
  },
  {
    title: 'an error of nginx, which adds the headers itself',
    others: [{ headers: [nginx, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 404, headers: [nginx, html] },
    stack: 'nginx',
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} ${ofNginx} ${inNginx} ${send}`,
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'an error that came through nginx, of which nothing else is known',
    others: [{ headers: [nginx, json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 404, headers: [nginx, json] },
    owner: 'back end',
    also: ['operator'],
    remedy: `${here} ${notPassed} ${errors} ${inNginx} ${send}`,
    files: [],
  },
  {
    title: 'CORS headers on CORS-preflight responses alone',
    others: [preflight],
    diagnosis: 'origin-missing',
    failed: { headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `The CORS headers stand on CORS-preflight responses alone: what answers OPTIONS is not what answers GET. Send them on this response as well. In Express, look for this: ${beside} ${send}`,
    files: ofExpress,
  },
  {
    title: 'an allow list that does not hold this page',
    others: [{ headers: [express, json, ...cors], origin: 'https://admin.example.com' }],
    diagnosis: 'origin-missing',
    failed: { headers: [express, json, vary] },
    owner: 'back end',
    also: [],
    remedy: `The CORS layer is there: the answer to GET /items (status 200) carries its headers for https://admin.example.com. It does not know ${app}: add this origin to its list. ${send}`,
    files: ofExpress,
  },
  {
    title: 'an allow list that does not hold this page, as its CORS-preflight response says',
    others: [{ ...preflight, origin: 'https://admin.example.com' }],
    diagnosis: 'preflight-origin-missing',
    failed: { purpose: 'preflight', status: 204, headers: [express, vary] },
    owner: 'back end',
    also: [],
    remedy: `The CORS layer is there: the CORS-preflight response for /items carries its headers for https://admin.example.com. It does not know ${app}: add this origin to its list. Answer OPTIONS`,
    files: ofExpress,
  },
  {
    title: 'no CORS header anywhere',
    others: [],
    diagnosis: 'origin-missing',
    failed: { headers: [json] },
    owner: 'back end',
    also: ['operator'],
    remedy: send,
    files: ['Actix Web, actix-cors'],
  },
  {
    title: 'a Vary that a handler writes over',
    others: [{ path: '/fixed', headers: [json, ['Vary', 'Origin, Accept'], allowed] }],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [json, ['Vary', 'Accept'], allowed] },
    owner: 'back end',
    also: ['operator'],
    remedy:
      'The CORS layer is there: the answer to GET /fixed (status 200) says Vary: Origin. This response says Vary: accept: what the layer sets is written over behind it, by a handler or by a server in front. Have that one append its names to Vary, or name Origin there too. Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike.',
    files: [],
  },
  {
    title: 'the same in Hono',
    others: [{ path: '/fixed', headers: [json, ['Vary', 'Origin, Accept'], allowed] }],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [json, ['Vary', 'Accept'], allowed] },
    stack: 'hono',
    owner: 'back end',
    also: [],
    remedy:
      "The CORS layer is there: the answer to GET /fixed (status 200) says Vary: Origin. This response says Vary: accept: what the layer sets is written over behind it, by a handler or by a server in front. Have that one append its names to Vary, or name Origin there too. In Hono, look for this: A middleware around hono/cors that sets Vary takes Origin out of it, as a handler does in older versions: append to it, c.header('Vary', 'Accept', { append: true }). Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike.",
    files: [],
  },
  {
    title: 'no Vary: Origin anywhere',
    others: [{ headers: [express, json, allowed] }],
    diagnosis: 'vary-origin-missing',
    failed: { headers: [express, json, allowed] },
    owner: 'back end',
    also: [],
    remedy:
      'Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike.',
    files: ofExpress,
  },
  {
    title: 'two lines behind nginx',
    others: [{ path: '/orders', headers: [nginx, json, ...cors] }],
    diagnosis: 'origin-multiple',
    failed: { headers: [nginx, json, ...cors, allowed] },
    owner: 'back end',
    also: ['operator'],
    remedy:
      'This response passes two layers that add Access-Control-Allow-Origin; the answer to GET /orders (status 200) carries it once. In nginx, look for this: An add_header adds a second line to that of the API behind: remove it from nginx, or take away that of the API by proxy_hide_header. Send the header once,',
    files: [
      'nginx, in front of an API that sends CORS headers itself',
      'nginx, reverse proxy for a third-party API over TLS',
    ],
  },
  {
    title: 'OPTIONS that does not pass the layer',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'preflight-origin-missing',
    failed: { purpose: 'preflight', status: 401, headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} OPTIONS does not pass it: something before it answers, such as the router, a check for a token, or a server in front. In Express, look for this: A check for a token that stands before cors() refuses every CORS-preflight request, which never has one: put cors() before it. Answer OPTIONS on this path`,
    files: [],
  },
  {
    title: 'OPTIONS that no router knows, as handlers send the headers by themselves',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'preflight-origin-missing',
    failed: { purpose: 'preflight', status: 404, headers: [express, json] },
    owner: 'back end',
    also: [],
    remedy: `${here} OPTIONS does not pass it: something before it answers, such as the router, a check for a token, or a server in front. Answer OPTIONS on this path`,
    files: ofExpress,
  },
  {
    title: "a tunnel's page in place of the API",
    others: [{ ...preflight, headers: [['Server', 'uvicorn'], ...cors] }],
    diagnosis: 'origin-missing',
    failed: { headers: [html, ['Ngrok-Error-Code', 'ERR_NGROK_6024']] },
    owner: 'front end',
    also: ['back end'],
    remedy:
      "This is ngrok's warning page in place of the API, and no header of the API reaches it. Have the page send the request header ngrok-skip-browser-warning, with any value, and have the API allow that name in Access-Control-Allow-Headers; or give the tunnel a plan without the warning.",
    files: [],
  },
  {
    title: 'a header line that is too long for nginx',
    others: [{ ...preflight, headers: [nginx, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 400, headers: [nginx, html, ['Connection', 'close']] },
    owner: 'operator',
    also: ['front end'],
    remedy: parsing('nginx', ' (large_client_header_buffers)'),
    files: [],
  },
  {
    title: 'header lines that are too long for Node',
    others: [{ headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 431, headers: [['Connection', 'close']] },
    owner: 'back end',
    also: ['front end'],
    remedy: parsing("Node's HTTP parser", ' (node --max-http-header-size)'),
    files: [],
  },
  {
    title: 'a URL that is too long for nobody knows whom',
    others: [{ headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 414, headers: [json] },
    owner: 'operator',
    also: ['front end'],
    remedy: parsing('a server', ''),
    files: [],
  },
  {
    title: 'a redirect of nginx to a login page',
    others: [preflight],
    diagnosis: 'resource-redirect-refused',
    failed: { status: 302, headers: [nginx, html, ['Location', 'https://id.example.com/login']] },
    owner: 'operator',
    also: ['front end'],
    remedy: 'Have clients call the final URL',
    files: [],
  },
  {
    title: 'a redirect of Express to a login page',
    others: [preflight],
    diagnosis: 'resource-redirect-refused',
    failed: { status: 302, headers: [express, ['Location', '/login']] },
    owner: 'back end',
    also: ['front end'],
    remedy: 'Have clients call the final URL',
    files: [],
  },
  {
    title: 'a gateway that lets nobody in without a token',
    others: [{ headers: [json, ...cors] }],
    diagnosis: 'origin-missing',
    failed: { status: 401, headers: [json, ['x-amzn-ErrorType', 'UnauthorizedException']] },
    owner: 'operator',
    also: [],
    remedy: `${here} ${notPassed} This is the answer of Amazon API Gateway in place of the API. Set the CORS headers on the gateway responses of API Gateway (DEFAULT_4XX, DEFAULT_5XX): no integration sends this answer. ${send}`,
    files: [],
  },
  {
    title: 'a copy whose cache leaves Origin out of its key',
    others: [{ headers: [json, ['X-Cache', 'MISS'], ...cors] }],
    diagnosis: 'cache-key-without-origin',
    failed: {
      headers: [json, ['X-Cache', 'HIT'], vary, ['Access-Control-Allow-Origin', 'https://other.example.com']],
    },
    owner: 'operator',
    also: [],
    remedy: 'Have the cache (CDN, reverse proxy) honour Vary',
    files: [],
  },
  {
    title: 'a request header that a page need not send',
    others: [{ headers: [express, json, ...cors] }],
    diagnosis: 'header-not-allowed',
    failed: { ...preflight, headers: [express, ...cors] },
    owner: 'back end',
    also: ['front end'],
    remedy: 'Add  to Access-Control-Allow-Headers for this path',
    files: ofExpress,
  },
];

for (const row of rows) {
  test(row.title, async () => {
    const { diagnosis, failed, after, cure, others, stack = null } = row;
    const shared: Omit<Sample, 'route' | 'method'> = {
      check: 'readable',
      origin: app,
      originRole: 'trusted',
      credentialsMode: 'omit',
    };
    const samples = [...others, failed].map((answer, index): Sample => ({
      ...shared,
      method: 'GET',
      route: `${answer.path ?? '/items'}${index < others.length ? '' : ' '}`,
      detail: String(index),
      ...(index < others.length ? {} : { diagnosis }),
    }));
    const answers = [...others.map((answer) => [answer]), after === undefined ? [failed] : [failed, after]];
    const verdicts = samples.map((sample, index): Verdict => {
      const verdict = sampleVerdict(sample);
      return {
        ...verdict,
        exchanges: (answers[index] ?? []).map(exchangeOf),
        ...(verdict.status === 'violates' && cure !== undefined ? { remedy: cure } : {}),
      };
    });
    const plan = planOf(samples, [{ path: '/items', methods: ['GET'] }]);
    const values = {
      origins: [app],
      methods: ['GET'],
      requestHeaders: [],
      exposedHeaders: [],
      maxAgeSeconds: 5,
      credentials: false,
    };
    const report = collect(
      [
        {
          title: 'routes',
          plan: JSON.stringify({ ...plan, fix: { stack, values } }),
          attempts: [{ attachments: [JSON.stringify({ verdicts })], problem: null }],
        },
      ],
      '0.1.0',
      await loadPrintableFixes(),
    );
    const told = report.verdicts.find(({ status }) => status === 'violates');
    const files = report.fixes.flatMap((fix) =>
      fix.stack === null && fix.among === undefined ? fix.files.slice(0, 1) : fix.files,
    );
    expect({
      owner: told?.owner,
      also: told?.alsoOwners ?? [],
      remedy: told?.remedy.slice(0, row.remedy.length),
      files: files.map((file) => `${file.stack}, ${file.variant}`),
    }).toEqual({ owner: row.owner, also: row.also, remedy: row.remedy, files: row.files });
  });
}

function exchangeOf({
  purpose = 'actual',
  path = '/items',
  status = 200,
  headers,
  origin = app,
}: Answer): Exchange {
  return {
    purpose,
    method: purpose === 'preflight' ? 'OPTIONS' : 'GET',
    url: `${sampleTarget}${path}`,
    requestHeaders: [['Origin', origin]],
    response: { status, headers, fromCache: false },
    failure: null,
  };
}
