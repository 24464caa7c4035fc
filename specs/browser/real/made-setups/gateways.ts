import { answer, api, grant, inPlace } from './answering.ts';
import { behindLogin, declaring, express, failing, html, json, origin, redirecting } from './failing.ts';
import { app, type MadeSetups } from './made-setup.ts';

const kestrel = { Server: 'Kestrel' };
const cloudRun = { Server: 'Google Frontend', 'X-Cloud-Trace-Context': 'a' };
const cloudPage = { ...cloudRun, 'Content-Type': 'text/html; charset=UTF-8' };
const text = { 'Content-Type': 'text/plain' };
const mesh = { server: 'istio-envoy' };
const ofDjango = {
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
const ofSecurity = {
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'X-Frame-Options': 'DENY',
};

/** Gateways, platforms and checks that stand before the layer, as people have reported them. */
export const ofGateways: MadeSetups = {
  'APISIX refuses a key before its plugin for CORS': {
    source: 'apache/apisix#3407',
    reported: failing(
      { ...express, Server: 'APISIX/3.2.1' },
      inPlace(401, { ...json, Server: 'APISIX/3.2.1' }),
    ),
    policy: declaring(401),
    right: [`${origin} APISIX, or a server behind it (authorizer); to act: operator; no file`],
  },
  'API Management refuses a key before the service is asked': {
    source: 'MicrosoftDocs/azure-docs#31889',
    reported: failing(
      kestrel,
      inPlace(401, {
        ...json,
        'WWW-Authenticate':
          'AzureApiManagementKey realm="https://api.example.com/",name="Ocp-Apim-Subscription-Key",type="header"',
      }),
    ),
    policy: declaring(401),
    right: [`${origin} Azure API Management (authorizer); to act: operator; no file`],
  },
  'a quota of API Management is used up, and nothing says whose answer that is': {
    source: 'MicrosoftDocs/azure-docs#31889',
    reported: failing(kestrel, inPlace(403, { ...json, 'Retry-After': '17' })),
    policy: declaring(403),
    right: [`${origin} somebody (unknown); to act: back end, operator; no file`],
  },
  'oauth2-proxy behind an ingress redirects whoever has no session': {
    source: 'oauth2-proxy/oauth2-proxy#2004',
    reported: () => redirecting('http://localhost:9/oauth2/start?rd=%2Fitems', html, false),
    policy: behindLogin,
    right: [
      'high resource-redirect-refused on /items; answered by a check for a session (login); to act: operator, front end; no file',
    ],
  },
  'Authelia redirects OPTIONS as well': {
    source: 'authelia/authelia#648',
    reported: () =>
      redirecting('http://auth.localhost:9/?rd=http%3A%2F%2Fapi%2Fitems&rm=OPTIONS', html, true),
    policy: behindLogin,
    right: [
      'high resource-redirect-refused on /items; answered by a check for a session (login); to act: operator, front end; no file',
      'high preflight-redirect on /items; answered by a check for a session (login); to act: operator, front end; no file',
    ],
  },
  'the exception handler of ASP.NET Core takes all headers away': {
    source: 'dotnet/aspnetcore#2378',
    reported: failing(
      kestrel,
      inPlace(500, {
        ...json,
        ...kestrel,
        'Cache-Control': 'no-cache,no-store',
        Pragma: 'no-cache',
        Expires: '-1',
      }),
    ),
    policy: declaring(500),
    right: [`${origin} ASP.NET Core's exception handler (error path); to act: back end; no file`],
  },
  'Next.js redirects for a slash, before any header of its configuration': {
    source: 'vercel/next.js#63948',
    reported: () => (request, response) => {
      if (request.url === '/items/')
        inPlace(308, { Location: '/items', Refresh: '0;url=/items' })(request, response);
      else api({ origins: [app] }, { '/items': answer(200, {}, '[1,2]') })(request, response);
    },
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [{ path: '/items/', methods: ['GET'], requestHeaders: ['authorization'] }],
    },
    right: [
      "high resource-redirect-refused on /items/; answered by Next.js's own redirect (error path); to act: back end, front end; no file",
      "high preflight-redirect on /items/; answered by Next.js's own redirect (error path); to act: back end, front end; no file",
    ],
    cures: [
      'Call {target}/items: the two addresses differ in a slash at the end alone.',
      'Call {target}/items: the two addresses differ in a slash at the end alone.',
    ],
  },
  'a limiter of Rails stands before rack-cors': {
    source: 'reapit/foundations#4215',
    reported: failing(
      { 'X-Request-Id': 'a', 'X-Runtime': '0.004' },
      inPlace(429, { ...text, 'Retry-After': '60', 'X-Request-Id': 'b', 'X-Runtime': '0.001' }),
    ),
    policy: declaring(429),
    right: [`${origin} Rack or Rails (application); to act: back end; no file`],
  },
  'a middleware of Django redirects for a slash before CorsMiddleware': {
    source: 'https://docs.djangoproject.com/en/5.2/ref/middleware/#django.middleware.common.CommonMiddleware',
    reported: () => (request, response) => {
      if (request.url === '/items') {
        const lines = { ...ofDjango, 'Content-Type': 'text/html; charset=utf-8', Location: '/items/' };
        inPlace(301, lines)(request, response);
      } else api({ origins: [app] }, { '/items/': answer(200, {}, '[1,2]') }, ofDjango)(request, response);
    },
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
    },
    right: [
      'high resource-redirect-refused on /items; answered by Django (application); to act: back end, front end; no file',
      'high preflight-redirect on /items; answered by Django (application); to act: back end, front end; Django, django-cors-headers / Django, django-cors-headers 3',
    ],
  },
  'the chain of Spring Security answers before the filter for CORS': {
    source: 'jhipster/generator-jhipster#4704',
    reported: failing(ofSecurity, inPlace(401, { ...json, ...ofSecurity, 'WWW-Authenticate': 'Bearer' })),
    policy: declaring(401),
    right: [`${origin} Spring Security (application); to act: back end; Spring Boot, CorsFilter`],
  },
  'HandleCors of Laravel leaves a path out': {
    source: 'fruitcake/laravel-cors#239',
    reported: failing(
      { 'X-Powered-By': 'PHP/8.3.6' },
      inPlace(419, { 'X-Powered-By': 'PHP/8.3.6', 'Content-Type': 'text/html; charset=UTF-8' }),
    ),
    policy: declaring(419),
    right: [`${origin} PHP (application); to act: back end; no file`],
  },
  'Cloud Run has no instance left': {
    source: 'https://cloud.google.com/run/docs/troubleshooting#429',
    reported: failing({ ...cloudRun, ...express }, inPlace(429, cloudPage)),
    policy: declaring(429, 'express'),
    right: [`${origin} Google Frontend (proxy); to act: operator; no file`],
  },
  'Cloud Run lets in nobody without an identity, CORS-preflight requests too': {
    source: 'google/adk-python#635',
    reported: () => inPlace(403, cloudPage),
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
    },
    right: [
      'high origin-missing on /items; answered by Google Frontend (proxy); to act: operator; no file',
      'high preflight-origin-missing on /items; answered by Google Frontend (proxy); to act: operator; no file',
    ],
  },
  'CloudFront has no Origin in the key of its cache': {
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html#header-caching-web-cors',
    reported: () => (request, response) => {
      const { origin: page } = request.headers;
      const lines = { Server: 'AmazonS3', ETag: '"a"', 'Content-Type': 'image/png' };
      const copied = {
        ...lines,
        'X-Cache': 'Hit from cloudfront',
        Via: '1.1 a.cloudfront.net (CloudFront)',
        Age: '31',
      };
      if (request.url === '/cached.png') inPlace(200, copied)(request, response);
      else {
        if (page === app) grant({ origins: [app], headers: '' }, request, response);
        response.setHeader('Vary', 'Origin');
        response.writeHead(200, { ...lines, 'X-Cache': 'Miss from cloudfront' }).end();
      }
    },
    policy: {
      trustedOrigins: [app],
      unknownPath: false,
      routes: ['/fresh.png', '/cached.png'].map((path) => ({ path, methods: ['GET'] })),
    },
    right: [
      'high cached-copy-of-another-origin on /cached.png; answered by a cache (cache); to act: back end, operator; no file',
    ],
  },
  'a maintenance page of nginx stands in for the API': {
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#error_page',
    reported: failing(
      { Server: 'nginx/1.27.1', ...express },
      inPlace(503, {
        ...html,
        Server: 'nginx/1.27.1',
        ETag: '"65a-1f4"',
        'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
      }),
    ),
    policy: declaring(503, 'express'),
    right: [
      `${origin} nginx, or a server behind it (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS`,
    ],
  },
  'a limiter of Traefik stands before its headers': {
    source: 'https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/ratelimit/',
    reported: failing(
      { ...express },
      inPlace(429, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Retry-After': '0',
        'X-Retry-In': '496.2ms',
      }),
    ),
    policy: declaring(429),
    right: [
      `${origin} Traefik (proxy); to act: operator; Traefik, the middleware headers, in front of an API that sends CORS headers itself`,
    ],
  },
  'a mesh refuses a token that the service has not seen': {
    source: 'https://istio.io/latest/docs/tasks/security/authentication/authn-policy/',
    reported: failing(
      { ...mesh, 'x-envoy-upstream-service-time': '3' },
      inPlace(401, {
        ...mesh,
        'content-type': 'text/plain',
        'www-authenticate': 'Bearer realm="http://api/failed"',
      }),
    ),
    policy: declaring(401, 'spring'),
    right: [
      `${origin} Envoy (proxy); to act: operator; Envoy, the filters cors and header_mutation, in front of an API that sends CORS headers itself`,
    ],
  },
  'a function of Vercel crashes': {
    source: 'https://vercel.com/docs/errors/FUNCTION_INVOCATION_FAILED',
    reported: failing(
      { Server: 'Vercel', 'X-Vercel-Id': 'fra1::a' },
      inPlace(500, {
        ...text,
        Server: 'Vercel',
        'X-Vercel-Id': 'fra1::b',
        'X-Vercel-Error': 'FUNCTION_INVOCATION_FAILED',
      }),
    ),
    policy: declaring(500, 'fetch-handler'),
    right: [
      `${origin} Vercel's function runtime (error path); to act: back end; Fetch handler (Cloudflare Workers and others), fetch handler, by hand`,
    ],
  },
  'an exception leaves a Worker of Cloudflare': {
    source: 'https://developers.cloudflare.com/workers/observability/errors/',
    reported: failing(
      { Server: 'cloudflare', 'CF-RAY': 'a-FRA' },
      inPlace(500, { 'Content-Type': 'text/html; charset=UTF-8', Server: 'cloudflare', 'CF-RAY': 'b-FRA' }),
    ),
    policy: declaring(500, 'fetch-handler'),
    right: [
      `${origin} somebody (unknown); to act: back end, operator; Fetch handler (Cloudflare Workers and others), fetch handler, by hand`,
    ],
  },
};
