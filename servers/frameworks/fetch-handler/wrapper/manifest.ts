import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'fetch-handler-wrapper',
  stack: 'fetch-handler',
  variant: 'fetch handler, by hand',
  role: 'api',
  systems: ['node'],
  preferred: true,
  printed: 'worker.js',
  language: 'js',
  install: '',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 204, why: 'It is left to the handler.' },
  notes: [],
  broken: [
    {
      id: 'exception-uncaught',
      defect: 'An exception leaves the handler, and the answer is the error page of the platform.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [500],
        isShownByFile: true,
        text: 'An exception that leaves the handler is answered by the platform: catch it inside of what adds the headers.',
      },
    },
  ],
});
