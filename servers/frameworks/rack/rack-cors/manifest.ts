import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'rack-rack-cors',
  stack: 'rack',
  variant: 'rack-cors',
  role: 'api',
  systems: ['rack-2'],
  preferred: true,
  printed: 'config.ru',
  language: 'ruby',
  install: 'gem install rack-cors',
  backend: 'none',
  start: {
    argv: [
      'puma',
      '--environment',
      'production',
      '--bind',
      'tcp://127.0.0.1:0',
      '--threads',
      '1:4',
      'config.ru',
    ],
    ready: { kind: 'line', startsWith: '* Listening on http://127.0.0.1:' },
    port: 'own',
  },
  plainOptions: { status: 404, why: 'The API knows no OPTIONS.' },
  notes: [],
  broken: [
    {
      id: 'exceptions-outside',
      defect: 'Uncaught exceptions are answered by the server, outside of Rack::Cors.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [500],
        isShownByFile: true,
        text: 'What answers uncaught exceptions stands outside of Rack::Cors, so that a 500 has no CORS headers: answer them inside of it.',
      },
    },
    {
      id: 'methods-forgotten',
      defect: 'A resource without methods allows GET alone.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
    },
  ],
});
