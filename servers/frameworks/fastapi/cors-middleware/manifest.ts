import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'fastapi-cors-middleware',
  stack: 'fastapi',
  variant: 'CORSMiddleware',
  role: 'api',
  systems: ['fastapi'],
  preferred: true,
  printed: 'main.py',
  language: 'python',
  install: '',
  backend: 'none',
  start: {
    argv: [
      '{system}/bin/python',
      '-m',
      'uvicorn',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--app-dir',
      '{folder}',
      'main:app',
    ],
    ready: { kind: 'line', startsWith: 'INFO:     Uvicorn running on http://127.0.0.1:' },
    port: 'own',
  },
  plainOptions: { status: 405, why: 'FastAPI knows no OPTIONS for the route.' },
  notes: [],
  broken: [
    {
      id: 'middleware-inside',
      defect: 'add_middleware puts it inside of the layer that answers uncaught exceptions.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [500],
        isShownByFile: true,
        text: 'What answers uncaught exceptions (ServerErrorMiddleware) stands outside of everything that add_middleware adds, so that a 500 has no CORS headers: put CORSMiddleware around the whole application, app = CORSMiddleware(api, …).',
      },
    },
    {
      id: 'check-added-later',
      defect: 'A check for a token is added after the middleware, and stands outside of it.',
      seen: {
        by: 'browser',
        scenario: {
          path: '/private',
          method: 'GET',
          headers: [],
          body: null,
          credentialsMode: 'include',
          status: 401,
          readable: [],
        },
        diagnosis: 'origin-missing',
      },
      hint: {
        on: [401, 403, 429],
        isShownByFile: true,
        text: 'A middleware that is added after CORSMiddleware stands outside of it, so that what it answers itself (401, 403, 429) has no CORS headers: add CORSMiddleware last, or put it around the whole application.',
      },
    },
    {
      id: 'mount-beside',
      defect: 'The middleware is around an application that is mounted, and the route is not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        isShownByFile: true,
        text: 'CORSMiddleware of an application that is mounted is for its routes alone, and not for those around it or their 404: put it around the outermost application.',
      },
    },
    {
      id: 'origin-wildcard',
      defect: 'The origin is "*": with credentials, the middleware echoes every origin.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
  ],
});
