import { defineFix } from '../../../../src/fix.ts';

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
  notes: ['The same file works for Starlette.'],
  broken: [
    {
      id: 'middleware-inside',
      defect: 'add_middleware puts it inside of the layer that answers uncaught exceptions.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
    },
    {
      id: 'origin-wildcard-with-credentials',
      defect: 'The origin is "*", although credentials are allowed.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'origin-wildcard-with-credentials' },
    },
  ],
});
