import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'aws-lambda-wrapper',
  stack: 'aws-lambda',
  variant: 'proxy handler, by hand',
  role: 'api',
  systems: ['node'],
  preferred: true,
  printed: 'handler.js',
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
      id: 'origin-multiple',
      defect: 'All trusted origins stand in one Access-Control-Allow-Origin.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
    },
    {
      id: 'exception-uncaught',
      defect: 'An exception leaves the handler, and the answer is that of the gateway.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [500, 502, 504],
        isShownByFile: true,
        text: 'An exception that leaves the handler is answered by the gateway: catch it inside of what adds the headers.',
      },
    },
  ],
});
