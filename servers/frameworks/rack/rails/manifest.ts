import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'rack-rails',
  stack: 'rack',
  variant: 'rack-cors in Rails',
  role: 'api',
  systems: ['rails-6'],
  preferred: false,
  printed: 'config/initializers/cors.rb',
  language: 'ruby',
  install: 'bundle add rack-cors',
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
    env: { RAILS_ENV: 'production' },
    ready: { kind: 'line', startsWith: '* Listening on http://127.0.0.1:' },
    port: 'own',
  },
  plainOptions: { status: 404, why: 'Rails has no route for it.' },
  notes: [],
  broken: [
    {
      id: 'inserted-last',
      defect: 'middleware.use puts it inside of what answers exceptions.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [404, 500],
        isShownByFile: true,
        text: 'A Rack::Cors that config.middleware.use adds stands inside of what answers exceptions: insert it with insert_before 0.',
      },
    },
  ],
});
