import { expect, test } from '@playwright/test';
import type { Exchange, HeaderList } from '../../../src/model.ts';
import { responderOf } from '../../../src/responder/responder.ts';
import { usualOf } from '../../../src/responder/usual.ts';
import { exchange } from '../judge/observation.ts';

type Line = HeaderList[number];

const date: Line = ['Date', 'Mon, 30 Nov 2026 07:46:40 GMT'];
const express: Line = ['X-Powered-By', 'Express'];
const nginx: Line = ['Server', 'nginx/1.22.1'];
const apache: Line = ['Server', 'Apache/2.4.71 (Debian)'];
const caddy: Line = ['Server', 'Caddy'];
const uvicorn: Line = ['Server', 'uvicorn'];
const json: Line = ['Content-Type', 'application/json'];
const html: Line = ['Content-Type', 'text/html'];
const text: Line = ['Content-Type', 'text/plain; charset=utf-8'];
const apacheHtml: Line = ['Content-Type', 'text/html; charset=iso-8859-1'];
const keepAlive: Line = ['Connection', 'keep-alive'];
const close: Line = ['Connection', 'close'];
const hsts: Line = ['Strict-Transport-Security', 'max-age=1'];
const noCache: Line = ['cache-control', 'no-cache'];
const length = (bytes: number): Line => ['Content-Length', String(bytes)];
const cors: HeaderList = [
  ['Vary', 'Origin'],
  ['Access-Control-Allow-Origin', 'https://app.example.com'],
];

/** What the API answers where all is in order, through what stands in front of it. */
const usual = {
  'nothing in order': [],
  Express: [[express, ...cors, json, date]],
  uvicorn: [[date, uvicorn, json, ...cors]],
  'a nameless API': [[...cors, json, date]],
  'Express behind nginx': [[nginx, date, json, keepAlive, express, ...cors]],
  'a nameless API behind nginx': [[nginx, date, json, keepAlive, ...cors]],
  'a nameless API of JSON and HTML behind nginx': [
    [nginx, date, json, ...cors],
    [nginx, date, html, ...cors],
  ],
  'a nameless API behind nginx that adds a line': [[nginx, date, json, hsts, ...cors]],
  'Express and another application behind nginx': [
    [nginx, date, json, express, ...cors],
    [nginx, date, json, ...cors],
  ],
  'Express behind HAProxy': [[express, ...cors, json, date]],
  'a nameless API behind Apache httpd': [[date, apache, ...cors, json]],
  'a nameless API behind Caddy': [[...cors, json, date, caddy]],
  'Express behind Cloudflare': [[date, json, express, ...cors, ['Server', 'cloudflare']]],
  'a nameless API behind Envoy': [
    [json, date, ['x-envoy-upstream-service-time', '3'], ['server', 'envoy'], ...cors],
  ],
  'an API behind a cache': [[date, json, ['X-Cache', 'MISS'], ['Via', '1.1 varnish'], ...cors]],
  'an API whose copies are all that is seen': [[date, json, ['X-Cache', 'HIT'], ['Age', '7'], ...cors]],
  'CORS-preflight responses of nginx alone': [[nginx, date, keepAlive, ...cors]],
} as const satisfies Record<string, readonly HeaderList[]>;

interface Row {
  readonly usual: keyof typeof usual;
  readonly status: number;
  readonly headers: HeaderList;
  readonly purpose?: Exchange['purpose'];
  readonly is: string;
  readonly said: string;
}

const notKnown = 'Who made this response is not known: its header lines do not show it.';
const lacks = (line: string): string =>
  `Who made this response is not known: its header lines do not show it, and they lack ${line}, which the API's other answers have.`;
const byNginx =
  "Answered by nginx: Server: nginx/1.22.1, Content-Type: text/html; the API's other answers have X-Powered-By: Express.";
const itsPage = 'Answered by nginx: Server: nginx/1.22.1, Content-Type: text/html; the page is its own.';

/** Header lines of nginx 1.22.1, HAProxy 2.6.12, Apache httpd 2.4.71, Caddy 2.6.2, Traefik 3.7 and Node 20 as they were on the wire. */
const rows: readonly Row[] = [
  // A server in front, told by what passed through it.
  {
    usual: 'Express behind nginx',
    status: 502,
    headers: [nginx, date, html, length(157), keepAlive],
    is: 'proxy nginx',
    said: byNginx,
  },
  {
    usual: 'Express behind nginx',
    status: 403,
    headers: [nginx, date, html, length(153), keepAlive],
    is: 'proxy nginx',
    said: byNginx,
  },
  {
    usual: 'Express behind nginx',
    status: 429,
    headers: [nginx, date, json, ['X-Own', '1']],
    is: 'proxy nginx, or a server behind it',
    said: "Answered by nginx, or a server behind it: Server: nginx/1.22.1; the API's other answers have X-Powered-By: Express.",
  },
  {
    usual: 'Express behind nginx',
    status: 405,
    purpose: 'preflight',
    headers: [nginx, date, html, length(157)],
    is: 'proxy nginx',
    said: byNginx,
  },
  {
    usual: 'Express behind nginx',
    status: 404,
    headers: [nginx, date, json, express],
    is: 'application Express',
    said: 'Answered by Express: X-Powered-By: Express.',
  },
  // A handler may write a stream without the lines of its framework.
  {
    usual: 'Express behind nginx',
    status: 200,
    headers: [nginx, date, ['Content-Type', 'text/event-stream']],
    is: 'unknown',
    said: lacks('X-Powered-By: Express'),
  },
  {
    usual: 'a nameless API behind nginx',
    status: 502,
    headers: [nginx, date, html, length(157), keepAlive],
    is: 'proxy nginx',
    said: itsPage,
  },
  {
    usual: 'a nameless API behind nginx',
    status: 301,
    headers: [nginx, date, html, length(169), ['Location', 'http://api.example.com/items/']],
    is: 'proxy nginx',
    said: itsPage,
  },
  {
    usual: 'a nameless API behind nginx that adds a line',
    status: 502,
    headers: [nginx, date, html, length(157), hsts],
    is: 'proxy nginx',
    said: itsPage,
  },
  // All responses say nginx: that it is in front, and not that it made this one.
  {
    usual: 'a nameless API behind nginx',
    status: 500,
    headers: [nginx, date, json, length(2)],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'a nameless API behind nginx',
    status: 500,
    headers: [nginx, date, ['Content-Type', 'text/html; charset=utf-8'], length(2)],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'a nameless API behind nginx',
    status: 404,
    headers: [nginx, date, html, ['ETag', '"1"']],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'a nameless API of JSON and HTML behind nginx',
    status: 502,
    headers: [nginx, date, html, length(157)],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'Express and another application behind nginx',
    status: 500,
    headers: [nginx, date, json],
    is: 'unknown',
    said: notKnown,
  },
  { usual: 'nothing in order', status: 502, headers: [nginx, date, html], is: 'proxy nginx', said: itsPage },
  { usual: 'nothing in order', status: 500, headers: [nginx, date, html], is: 'unknown', said: notKnown },
  {
    usual: 'a nameless API',
    status: 503,
    headers: [nginx, date, html, ['ETag', '"1"']],
    is: 'proxy nginx',
    said: 'Answered by nginx: Server: nginx/1.22.1.',
  },
  {
    usual: 'Express behind HAProxy',
    status: 503,
    headers: [length(107), noCache, html],
    is: 'proxy HAProxy',
    said: "Answered by HAProxy: cache-control: no-cache, Content-Type: text/html; the API's other answers have X-Powered-By: Express.",
  },
  {
    usual: 'a nameless API',
    status: 403,
    headers: [length(93), noCache, html],
    is: 'proxy HAProxy',
    said: 'Answered by HAProxy: cache-control: no-cache, Content-Type: text/html; the page is its own.',
  },
  {
    usual: 'a nameless API',
    status: 403,
    headers: [length(93), noCache, html, date],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'a nameless API behind Apache httpd',
    status: 503,
    headers: [date, apache, length(339), close, apacheHtml],
    is: 'proxy Apache httpd',
    said: 'Answered by Apache httpd: Server: Apache/2.4.71 (Debian), Content-Type: text/html; charset=iso-8859-1; the page is its own.',
  },
  {
    usual: 'a nameless API',
    status: 404,
    headers: [html, ['Server', 'Microsoft-IIS/10.0'], ['X-Powered-By', 'ASP.NET'], date, length(1245)],
    is: 'proxy IIS',
    said: 'Answered by IIS: Content-Type: text/html, Server: Microsoft-IIS/10.0; the page is its own.',
  },
  {
    usual: 'a nameless API',
    status: 502,
    headers: [date, length(11)],
    is: 'proxy Traefik',
    said: 'Answered by Traefik: Content-Length: 11; the page is its own.',
  },
  {
    usual: 'Express',
    status: 413,
    headers: [date, length(24)],
    is: 'proxy Traefik',
    said: "Answered by Traefik: Content-Length: 24; the API's other answers have X-Powered-By: Express.",
  },
  {
    usual: 'a nameless API',
    status: 502,
    headers: [date, length(0)],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'a nameless API behind Caddy',
    status: 502,
    headers: [caddy, date, length(0)],
    is: 'proxy Caddy',
    said: 'Answered by Caddy: Server: Caddy, Content-Length: 0; the page is its own.',
  },
  {
    usual: 'a nameless API behind Caddy',
    status: 404,
    headers: [caddy, date, length(0)],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'Express behind Cloudflare',
    status: 522,
    headers: [date, html, ['Server', 'cloudflare'], ['Referrer-Policy', 'same-origin']],
    is: 'proxy Cloudflare, or a server behind it',
    said: "Answered by Cloudflare, or a server behind it: Server: cloudflare; the API's other answers have X-Powered-By: Express.",
  },
  {
    usual: 'a nameless API behind Envoy',
    status: 503,
    headers: [['content-type', 'text/plain'], date, ['server', 'envoy'], length(91)],
    is: 'proxy Envoy',
    said: "Answered by Envoy: server: envoy; the API's other answers have x-envoy-upstream-service-time: 3.",
  },
  {
    usual: 'a nameless API',
    status: 503,
    headers: [['Server', 'awselb/2.0'], date, html, length(162)],
    is: 'proxy AWS load balancer',
    said: 'Answered by AWS load balancer: Server: awselb/2.0.',
  },
  {
    usual: 'nothing in order',
    status: 503,
    headers: [['Server', 'Varnish'], ['X-Varnish', '5'], date, ['Retry-After', '5']],
    is: 'proxy Varnish',
    said: 'Answered by Varnish: Server: Varnish.',
  },
  // The request was too long, or no HTTP.
  {
    usual: 'CORS-preflight responses of nginx alone',
    status: 400,
    headers: [nginx, date, html, length(233), close],
    is: 'proxy nginx, parsing',
    said: itsPage,
  },
  {
    usual: 'nothing in order',
    status: 414,
    headers: [nginx, date, html, length(177), close],
    is: 'proxy nginx, parsing',
    said: itsPage,
  },
  {
    usual: 'a nameless API',
    status: 400,
    headers: [length(90), ['Cache-Control', 'no-cache'], close, html],
    is: 'proxy HAProxy, parsing',
    said: 'Answered by HAProxy: Cache-Control: no-cache, Content-Type: text/html; the page is its own.',
  },
  {
    usual: 'a nameless API behind Apache httpd',
    status: 414,
    headers: [date, apache, length(288), close, apacheHtml],
    is: 'proxy Apache httpd, parsing',
    said: 'Answered by Apache httpd: Server: Apache/2.4.71 (Debian), Content-Type: text/html; charset=iso-8859-1; the page is its own.',
  },
  {
    usual: 'Express',
    status: 431,
    headers: [close],
    is: "error path Node's HTTP parser, parsing",
    said: "Answered by Node's HTTP parser: Connection: close; the page is its own.",
  },
  {
    usual: 'a nameless API behind Caddy',
    status: 431,
    headers: [caddy, date, ['Transfer-Encoding', 'chunked']],
    is: 'unknown, parsing',
    said: notKnown,
  },
  {
    usual: 'Express',
    status: 400,
    headers: [express, date, json],
    is: 'application Express',
    said: 'Answered by Express: X-Powered-By: Express.',
  },
  // Of the framework.
  {
    usual: 'Express',
    status: 500,
    headers: [
      express,
      ['Content-Security-Policy', "default-src 'none'"],
      ['X-Content-Type-Options', 'nosniff'],
      ['Content-Type', 'text/html; charset=utf-8'],
      length(148),
      date,
    ],
    is: "error path Express's own error handler",
    said: "Answered by Express's own error handler: Content-Security-Policy: default-src 'none', X-Content-Type-Options: nosniff, Content-Type: text/html; charset=utf-8, X-Powered-By: Express.",
  },
  {
    usual: 'uvicorn',
    status: 500,
    headers: [date, uvicorn, length(21), text],
    is: "error path Starlette's own error handler",
    said: "Answered by Starlette's own error handler: Server: uvicorn, Content-Type: text/plain; charset=utf-8, Content-Length: 21.",
  },
  {
    usual: 'uvicorn',
    status: 401,
    headers: [date, uvicorn, json],
    is: 'application uvicorn',
    said: 'Answered by uvicorn: Server: uvicorn.',
  },
  // A copy.
  {
    usual: 'an API behind a cache',
    status: 200,
    headers: [date, json, ['X-Cache', 'HIT'], ['Via', '1.1 varnish']],
    is: 'cache a cache',
    said: 'Answered by a cache: X-Cache: HIT.',
  },
  {
    usual: 'an API behind a cache',
    status: 200,
    headers: [date, json, ['Age', '12'], ['Via', '1.1 varnish']],
    is: 'cache a cache',
    said: 'Answered by a cache: Age: 12.',
  },
  {
    usual: 'an API behind a cache',
    status: 200,
    headers: [date, json, ['Age', '0'], ['X-Cache', 'MISS'], ['Via', '1.1 varnish']],
    is: 'unknown',
    said: notKnown,
  },
  {
    usual: 'an API whose copies are all that is seen',
    status: 200,
    headers: [date, json, ['X-Cache', 'HIT'], ['Age', '9']],
    is: 'unknown',
    said: notKnown,
  },
  // In place of the API.
  {
    usual: 'uvicorn',
    status: 200,
    headers: [html, ['Ngrok-Error-Code', 'ERR_NGROK_6024'], ['Ngrok-Trace-Id', 'x']],
    is: "tunnel ngrok's warning page",
    said: "Answered by ngrok's warning page: Ngrok-Error-Code: ERR_NGROK_6024.",
  },
  {
    usual: 'Express behind Cloudflare',
    status: 403,
    headers: [date, html, ['Server', 'cloudflare'], ['cf-mitigated', 'challenge']],
    is: "tunnel Cloudflare's challenge page",
    said: "Answered by Cloudflare's challenge page: cf-mitigated: challenge.",
  },
  {
    usual: 'nothing in order',
    status: 401,
    headers: [json, ['x-amzn-ErrorType', 'UnauthorizedException'], ['apigw-requestid', 'x']],
    is: 'authorizer Amazon API Gateway',
    said: 'Answered by Amazon API Gateway: x-amzn-ErrorType: UnauthorizedException.',
  },
  {
    usual: 'nothing in order',
    status: 401,
    headers: [json, ['X-Kong-Response-Latency', '1'], ['Server', 'kong/3.4']],
    is: 'authorizer Kong',
    said: 'Answered by Kong: X-Kong-Response-Latency: 1.',
  },
  {
    usual: 'a nameless API behind nginx',
    status: 302,
    headers: [nginx, date, html, ['Location', 'http://localhost:8790/login?rd=/items']],
    is: 'login a check for a session',
    said: 'Answered by a check for a session: Location: http://localhost:8790/login?rd=/items, Server: nginx/1.22.1.',
  },
  // Nothing shows it.
  {
    usual: 'Express',
    status: 401,
    headers: [json, date],
    is: 'unknown',
    said: lacks('X-Powered-By: Express'),
  },
  { usual: 'a nameless API', status: 404, headers: [json, date], is: 'unknown', said: notKnown },
];

for (const [index, { usual: known, status, headers, purpose = 'actual', is, said }] of rows.entries()) {
  test(`${index + 1}. ${known}, then ${status} with ${headers.map(([name]) => name).join(', ')}: ${is}`, () => {
    const response = { status, headers, fromCache: false };
    const others = usual[known].map((lines) => ({ status: 200, headers: lines, fromCache: false }));
    const responder = responderOf(exchange(purpose, status, headers), response, usualOf(others));
    const { kind, name, isParsing } = responder;
    expect([`${kind} ${name ?? ''}`.trim(), ...(isParsing ? ['parsing'] : [])].join(', ')).toBe(is);
    expect(responder.said).toBe(said);
  });
}
