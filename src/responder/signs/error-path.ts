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
  ],
  pages: [
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
