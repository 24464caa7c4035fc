import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'flask-by-hand',
  stack: 'flask',
  variant: 'by hand',
  role: 'api',
  systems: ['flask-3', 'flask-debian'],
  preferred: false,
  printed: 'app.py',
  language: 'python',
  install: '',
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
      id: 'method-forgotten',
      defect: 'The list of methods is one of its own, and lacks one that the API has.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'method-not-allowed' },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
