import type { RequestListener } from 'node:http';
import { answer, api, grant, inPlace, isPreflight, pathOf, type Answer } from './answering.ts';
import { behindLogin, declaring, express, failing, html, json, origin, redirecting } from './failing.ts';
import { app, type MadeSetups } from './made-setup.ts';

const title = { name: 'title', text: 'a cat' } as const;
const photo = { name: 'photo', fileName: 'cat.png', contentType: 'image/png' } as const;

/** Makes an API that takes uploads with a photo (201, or 422 without one), behind what answers with `tooLarge` to a megabyte. */
const uploads =
  (tooLarge: Answer): (() => RequestListener) =>
  () =>
    api(
      { origins: [app], methods: 'POST', headers: '' },
      {
        '/photos': (request, response) => {
          let body = '';
          request.setEncoding('latin1').on('data', (chunk: string) => (body += chunk));
          request.on('end', () => {
            const isForm =
              request.headers['content-type']?.startsWith('multipart/form-data; boundary=') === true;
            const status = isForm && body.includes('name="photo"; filename="cat.png"') ? 201 : 422;
            (body.length > 1_000_000 ? tooLarge : answer(status, {}))(request, response);
          });
        },
      },
      { ...express, Server: 'nginx/1.27.1' },
    );

/** Answers that are not those of the API's own handlers, by the header lines that their software is documented to send. */
export const ofErrorPaths: MadeSetups = {
  'a plugin of Kong adds a header that the service sends': {
    source: 'https://developer.konghq.com/plugins/cors/',
    reported: () => (request, response) => {
      const lines = { ...express, Via: '1.1 kong', 'X-Kong-Upstream-Latency': '2' };
      grant({ origins: [app] }, request, response);
      if (!isPreflight(request) && request.headers.origin === app) {
        response.appendHeader('Access-Control-Allow-Origin', app);
      }
      response.writeHead(isPreflight(request) ? 204 : 200, { ...lines, ...json }).end();
    },
    policy: {
      ...declaring(404),
      routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
    },
    right: [
      'high origin-multiple on /items; answered by Express (application); to act: back end, operator; no file',
    ],
  },
  'Kong finds no route': {
    source: 'https://developer.konghq.com/gateway/configuration/#headers',
    reported: failing(
      { 'X-Kong-Upstream-Latency': '2', Via: '1.1 kong' },
      inPlace(404, { ...json, 'X-Kong-Response-Latency': '0', Server: 'kong/3.9.1' }),
    ),
    policy: declaring(404),
    right: [`${origin} Kong (authorizer); to act: operator; no file`],
  },
  'nginx refuses a body before Spring reads it': {
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
    reported: failing(
      { Server: 'nginx/1.27.1', 'X-Content-Type-Options': 'nosniff' },
      inPlace(413, { ...html, Server: 'nginx/1.27.1', Connection: 'close' }),
    ),
    policy: declaring(413, 'spring'),
    right: [
      `${origin} nginx (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS`,
    ],
  },
  'nginx refuses an upload before Express reads it': {
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
    reported: uploads(inPlace(413, { ...html, Server: 'nginx/1.27.1', Connection: 'close' })),
    corrected: uploads(answer(413, {})),
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [
        {
          path: '/photos',
          methods: ['POST'],
          send: true,
          body: { multipart: [title, { ...photo, bytes: 1_000 }] },
          errors: [
            { name: 'too large', status: 413, body: { multipart: [title, { ...photo, bytes: 2_000_000 }] } },
            { name: 'no photo', status: 422, body: { multipart: [title] } },
          ],
        },
      ],
    },
    right: [
      'high origin-missing on /photos; answered by nginx (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
    ],
    curls: [
      `{ printf '%b' '--cors-conformance-form\\r\\nContent-Disposition: form-data; name="title"\\r\\n\\r\\na cat\\r\\n--cors-conformance-form\\r\\nContent-Disposition: form-data; name="photo"; filename="cat.png"\\r\\nContent-Type: image/png\\r\\n\\r\\n'; head -c 2000000 /dev/zero | tr '\\0' x; printf '%b' '\\r\\n--cors-conformance-form--\\r\\n'; } | curl --include --request POST --header 'Origin: https://app.example.com' --header 'content-type: multipart/form-data; boundary=cors-conformance-form' --data-binary @- '/photos': not-run The curl line was not run: POST may change something.`,
    ],
  },
  'Caddy does not reach the gunicorn of Django': {
    source: 'https://caddyserver.com/docs/caddyfile/directives/handle_errors',
    reported: failing(
      { Server: 'gunicorn', 'X-Frame-Options': 'DENY' },
      inPlace(502, { Server: 'Caddy', 'Content-Length': '0' }),
    ),
    policy: declaring(502, 'django'),
    right: [`${origin} Caddy (proxy); to act: operator; Caddy, reverse proxy of an API`],
  },
  'the authorizer of API Gateway lets nobody in': {
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    reported: failing(
      { 'x-amzn-RequestId': 'a' },
      inPlace(401, { ...json, 'x-amzn-RequestId': 'b', 'x-amzn-ErrorType': 'UnauthorizedException' }),
    ),
    policy: declaring(401, 'aws-lambda'),
    right: [`${origin} Amazon API Gateway (authorizer); to act: operator; no file`],
  },
  'a CDN asks whether a person is there': {
    source:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    reported: failing(
      { ...express, Server: 'cloudflare', 'CF-RAY': 'a-FRA' },
      inPlace(403, { ...html, Server: 'cloudflare', 'CF-RAY': 'b-FRA', 'cf-mitigated': 'challenge' }),
    ),
    policy: declaring(403),
    right: [`${origin} Cloudflare's challenge page (tunnel); to act: operator; no file`],
  },
  'Django redirects to its login page': {
    source: 'https://docs.djangoproject.com/en/5.2/topics/auth/default/#the-login-required-decorator',
    reported: () => redirecting('/accounts/login/?next=/items', { Server: 'gunicorn' }, false),
    policy: behindLogin,
    right: [
      'high resource-redirect-refused on /items; answered by a check for a session (login); to act: back end, front end; no file',
    ],
  },
  'a platform redirects OPTIONS to its identity provider': {
    source: 'https://learn.microsoft.com/en-us/azure/app-service/overview-authentication-authorization',
    reported: () =>
      redirecting(
        'http://localhost:9/t/oauth2/v2.0/authorize?client_id=c&redirect_uri=r',
        { Server: 'Microsoft-IIS/10.0' },
        true,
      ),
    policy: behindLogin,
    right: [
      'high resource-redirect-refused on /items; answered by a check for a session (login); to act: operator, front end; no file',
      'high preflight-redirect on /items; answered by a check for a session (login); to act: operator, front end; no file',
    ],
  },
  'an exception leaves Flask in debug mode': {
    source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/debug/__init__.py',
    reported: failing(
      { Server: 'Werkzeug/3.1.9 Python/3.12.3' },
      inPlace(500, {
        'Content-Type': 'text/html; charset=utf-8',
        Server: 'Werkzeug/3.1.9 Python/3.12.3',
        'X-XSS-Protection': '0',
        Connection: 'close',
      }),
    ),
    policy: declaring(500, 'flask'),
    right: [`${origin} Werkzeug's debugger (error path); to act: back end; Flask, flask-cors with debug on`],
  },
  'an error comes before cors() to the handler of Express itself': {
    source: 'https://github.com/pillarjs/finalhandler/blob/master/index.js',
    reported: failing(
      express,
      inPlace(400, {
        ...express,
        'Content-Security-Policy': "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Content-Type': 'text/html; charset=utf-8',
      }),
    ),
    policy: declaring(400),
    right: [`${origin} Express's own error handler (error path); to act: back end; no file`],
    cures: [
      'The CORS layer is there: the answer to GET /items (status 200) carries its headers. This response does not pass it. Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front. In Express, look for this: A body parser that stands before cors()',
    ],
  },
  'a plugin of Fastify has the layer, and the 404 is outside of it': {
    source: 'https://fastify.dev/docs/latest/Reference/Encapsulation/',
    reported: failing({}, inPlace(404, { 'Content-Type': 'application/json; charset=utf-8' })),
    policy: declaring(404, 'fastify'),
    right: [`${origin} somebody (unknown); to act: back end, operator; no file`],
  },
  'a middleware of FastAPI that is added last answers 401': {
    source: 'https://www.starlette.io/middleware/#using-middleware',
    reported: failing({ Server: 'uvicorn' }, inPlace(401, { ...json, Server: 'uvicorn' })),
    policy: declaring(401, 'fastapi'),
    right: [`${origin} uvicorn (application); to act: back end; FastAPI, CORSMiddleware`],
    cures: [
      'The CORS layer is there: the answer to GET /items (status 200) carries its headers. This response does not pass it. Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front. In FastAPI, look for this: A middleware that is added after CORSMiddleware stands outside of it',
    ],
  },
  'the 404 of Hono stands outside of a layer for some paths': {
    source: 'https://hono.dev/docs/api/hono#not-found',
    reported: failing({}, inPlace(404, { 'Content-Type': 'text/plain; charset=UTF-8' })),
    policy: declaring(404, 'hono'),
    right: [`${origin} somebody (unknown); to act: back end, operator; no file`],
  },
  'Rails shows its page for errors': {
    source: 'https://guides.rubyonrails.org/configuring.html#config-exceptions-app',
    reported: failing(
      { 'X-Request-Id': 'a', 'X-Runtime': '0.004' },
      inPlace(404, { 'Content-Type': 'text/html; charset=utf-8', 'X-Request-Id': 'b', 'X-Runtime': '0.002' }),
    ),
    policy: declaring(404),
    right: [`${origin} Rack or Rails (application); to act: back end; Rack and Rails, rack-cors in Rails`],
  },
  'IIS refuses a query that is too long, in front of Kestrel': {
    source: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/',
    reported: failing(
      { Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' },
      inPlace(404, { ...html, Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' }),
    ),
    policy: declaring(404),
    right: [`${origin} IIS (proxy); to act: operator; no file`],
  },
  'Envoy finds no healthy upstream': {
    source: 'https://www.envoyproxy.io/docs/envoy/latest/faq/debugging/why_is_envoy_sending_http2_resets',
    reported: failing(
      { server: 'istio-envoy', 'x-envoy-upstream-service-time': '3' },
      inPlace(503, { 'content-type': 'text/plain', server: 'istio-envoy' }),
    ),
    policy: declaring(503, 'spring'),
    right: [
      `${origin} Envoy (proxy); to act: operator; Envoy, the filters cors and header_mutation, in front of an API that sends CORS headers itself`,
    ],
  },
  'Next.js rewrites to an Express that is down': {
    source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites',
    reported: failing(express, inPlace(500, { 'Content-Type': 'text/plain' }, 'Internal Server Error')),
    policy: declaring(500, 'express'),
    right: [`${origin} somebody (unknown); to act: back end, operator; no file`],
  },
  'Socket.IO answers beside the cors() of Express': {
    source: 'https://socket.io/docs/v4/handling-cors/',
    reported: () => (request, response) => {
      if (pathOf(request) !== '/socket.io/') {
        api({ origins: [app] }, { '/items': answer(200, {}, '[1,2]') }, express)(request, response);
      } else response.writeHead(200, { 'Content-Type': 'text/plain; charset=UTF-8' }).end('0{}');
    },
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      stack: 'express',
      routes: [
        { path: '/items', methods: ['GET'], requestHeaders: ['authorization'] },
        { path: '/socket.io/', methods: ['GET'], query: 'EIO=4&transport=polling' },
      ],
    },
    right: [
      'high origin-missing on /socket.io/; answered by Socket.IO (application); to act: back end; Socket.IO, beside Express, one layer for both',
    ],
  },
};
