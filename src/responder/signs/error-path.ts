import { defineSigns } from '../sign.ts';

/** Errors that a framework, or the server that it runs in, answers itself. */
export default defineSigns({
  kind: 'error path',
  signs: [
    {
      name: "Express's own error handler",
      shows: 'made',
      lines: [
        { header: 'content-security-policy', startsWith: "default-src 'none'" },
        { header: 'x-content-type-options', startsWith: 'nosniff' },
        { header: 'content-type', startsWith: 'text/html; charset=utf-8' },
        { header: 'x-powered-by', startsWith: 'Express' },
      ],
      statuses: [400, 403, 404, 405, 413, 415, 416, 500],
      stacks: ['express'],
      source: 'https://github.com/pillarjs/finalhandler/blob/master/index.js',
    },
    {
      name: "Starlette's own error handler",
      shows: 'made',
      lines: [
        { header: 'server', startsWith: 'uvicorn' },
        { header: 'content-type', startsWith: 'text/plain; charset=utf-8' },
        { header: 'content-length', startsWith: '21' },
      ],
      statuses: [500],
      stacks: ['fastapi'],
      source: 'https://github.com/encode/starlette/blob/master/starlette/middleware/errors.py',
    },
    {
      name: "Werkzeug's debugger",
      shows: 'made',
      lines: [
        { header: 'server', startsWith: 'Werkzeug/' },
        { header: 'x-xss-protection', startsWith: '0' },
      ],
      statuses: [500],
      stacks: ['flask'],
      source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/debug/__init__.py',
    },
    {
      // It takes all headers away, and adds these.
      name: "ASP.NET Core's exception handler",
      shows: 'made',
      lines: [
        { header: 'cache-control', pattern: /^no-cache,no-store$/ },
        { header: 'pragma', pattern: /^no-cache$/ },
        { header: 'expires', pattern: /^-1$/ },
      ],
      statuses: [500],
      source:
        'https://github.com/dotnet/aspnetcore/blob/main/src/Middleware/Diagnostics/src/ExceptionHandler/ExceptionHandlerMiddlewareImpl.cs',
    },
    {
      name: "Next.js's own redirect",
      shows: 'made',
      lines: [{ header: 'refresh', startsWith: '0;url=' }],
      statuses: [308],
      stacks: ['nextjs'],
      source: 'https://github.com/vercel/next.js/blob/canary/packages/next/src/server/lib/router-server.ts',
    },
    {
      name: "Vercel's function runtime",
      shows: 'made',
      lines: [{ header: 'x-vercel-error', pattern: /^(function|middleware|edge_function|edge_middleware)_/ }],
      source: 'https://vercel.com/docs/errors',
    },
    {
      name: "Jetty's own error page",
      shows: 'made',
      lines: [
        { header: 'cache-control', pattern: /^must-revalidate,no-cache,no-store$/ },
        { header: 'content-type', startsWith: 'text/html;charset=iso-8859-1' },
      ],
      source:
        'https://github.com/jetty/jetty.project/blob/jetty-12.0.x/jetty-core/jetty-server/src/main/java/org/eclipse/jetty/server/handler/ErrorHandler.java',
    },
  ],
  pages: [
    {
      name: "Fastify's own 404",
      stacks: ['fastify'],
      lines: [],
      contentType: 'application/json; charset=utf-8',
      mayHave: [],
      lacks: [],
      statuses: [404],
      body: '{"message":"Route {method}:{target} not found","error":"Not Found","statusCode":404}',
      source: 'https://fastify.dev/docs/latest/Reference/Server/#setnotfoundhandler',
    },
    {
      // By the letter case of its charset: Hono's 500 is as long as that of others, and its 404 is not.
      name: "Hono's own 404",
      stacks: ['hono'],
      lines: [{ header: 'content-type', is: 'text/plain; charset=UTF-8' }],
      contentType: 'text/plain; charset=utf-8',
      mayHave: [],
      lacks: ['etag', 'x-powered-by'],
      statuses: [404],
      body: '404 Not Found',
      source: 'https://github.com/honojs/hono/blob/main/src/hono-base.ts',
    },
    ...(
      [
        [401, '{"message":"Unauthorized","statusCode":401}'],
        [403, '{"message":"Forbidden resource","error":"Forbidden","statusCode":403}'],
        [404, '{"message":"Cannot {method} {target}","error":"Not Found","statusCode":404}'],
        [500, '{"statusCode":500,"message":"Internal server error"}'],
      ] as const
    ).map(([status, body]) => ({
      // An application of Express sends the same lines: it is the hash of the text that tells them apart.
      name: "NestJS's own exception filter",
      stacks: ['nestjs'] as const,
      lines: [{ header: 'etag', startsWith: 'W/"' }],
      contentType: 'application/json; charset=utf-8',
      mayHave: ['x-powered-by'],
      lacks: [],
      statuses: [status],
      body,
      source: 'https://docs.nestjs.com/exception-filters#built-in-http-exceptions',
    })),
    {
      name: "Go's http.NotFound",
      stacks: ['go', 'chi'],
      lines: [{ header: 'x-content-type-options', startsWith: 'nosniff' }],
      contentType: 'text/plain; charset=utf-8',
      mayHave: [],
      lacks: ['x-powered-by', 'etag'],
      statuses: [404],
      body: '404 page not found\n',
      source: 'https://pkg.go.dev/net/http#NotFound',
    },
    {
      name: "Tomcat's HTTP parser",
      lines: [
        { header: 'content-language', startsWith: 'en' },
        { header: 'connection', startsWith: 'close' },
      ],
      contentType: 'text/html;charset=utf-8',
      mayHave: [],
      lacks: ['server', 'cache-control'],
      statuses: [400],
      source: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      name: "Node's HTTP parser",
      lines: [{ header: 'connection', startsWith: 'close' }],
      contentType: null,
      mayHave: [],
      lacks: ['date', 'server', 'content-length'],
      statuses: [400, 408, 413, 431],
      source: 'https://nodejs.org/api/http.html#event-clienterror',
    },
    {
      name: "the server's HTTP parser (as of Go, or of uvicorn)",
      lines: [{ header: 'connection', startsWith: 'close' }],
      contentType: 'text/plain; charset=utf-8',
      mayHave: [],
      lacks: ['date', 'server'],
      statuses: [400, 431],
      source: 'https://github.com/golang/go/blob/master/src/net/http/server.go',
    },
    {
      name: "Gunicorn's HTTP parser",
      lines: [{ header: 'connection', startsWith: 'close' }],
      contentType: 'text/html',
      mayHave: [],
      lacks: ['date', 'server', 'cache-control'],
      statuses: [400, 431],
      source: 'https://github.com/benoitc/gunicorn/blob/master/gunicorn/util.py',
    },
    {
      name: "Kestrel's HTTP parser",
      lines: [
        { header: 'server', startsWith: 'Kestrel' },
        { header: 'connection', startsWith: 'close' },
        { header: 'content-length', startsWith: '0' },
      ],
      contentType: null,
      mayHave: [],
      lacks: [],
      statuses: [400, 408, 413, 414, 431],
      source: 'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/servers/kestrel/options',
    },
  ],
});
