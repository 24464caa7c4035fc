import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'flask-flask-cors',
  stack: 'flask',
  variant: 'flask-cors',
  role: 'api',
  systems: ['flask-3', 'flask-debian'],
  preferred: true,
  printed: 'app.py',
  language: 'python',
  install: 'pip install flask-cors',
  backend: 'none',
  start: {
    argv: ['{system}/bin/python', '-m', 'flask', '--app', 'app', 'run', '--host', '127.0.0.1', '--port', '0'],
    ready: { kind: 'line', startsWith: '* Running on http://127.0.0.1:' },
    port: 'own',
  },
  plainOptions: { status: 200, why: 'Flask answers it with the Allow header of the route.' },
  notes: [],
  broken: [
    {
      id: 'unknown-routes-forgotten',
      defect: 'Flask answers OPTIONS for the routes it knows alone.',
      seen: {
        by: 'browser',
        scenario: 'preflight of an unknown route',
        diagnosis: 'preflight-status-not-ok',
      },
    },
    {
      id: 'vary-missing',
      defect:
        'flask-cors sends Vary: Origin to listed origins alone, so a cache hands them the answer that was made for others.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'vary-origin-missing' },
    },
    {
      id: 'paths-beside',
      defect: 'The resources of flask-cors do not match the path.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'The resources of flask-cors leave out every path that they do not match, and @cross_origin every other view and the 404: call CORS(app, …) without resources.',
      },
    },
  ],
});
