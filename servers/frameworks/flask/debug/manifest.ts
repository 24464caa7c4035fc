import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'flask-debug',
  stack: 'flask',
  variant: 'flask-cors with debug on',
  role: 'api',
  systems: ['flask-3', 'flask-debian'],
  preferred: false,
  printed: 'app.py',
  language: 'python',
  install: 'pip install flask-cors',
  backend: 'none',
  start: {
    argv: [
      '{system}/bin/python',
      '-m',
      'flask',
      '--app',
      'app',
      '--debug',
      'run',
      '--no-reload',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
    ],
    ready: { kind: 'line', startsWith: '* Running on http://127.0.0.1:' },
    port: 'own',
  },
  plainOptions: { status: 200, why: 'Flask answers it with the Allow header of the route.' },
  notes: [
    'This gives up the interactive debugger: uncaught exceptions go to the log, and to the page as status 500.',
  ],
  broken: [
    {
      id: 'exceptions-propagated',
      defect: 'With debug on, an uncaught exception leaves Flask before its headers are added.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [500],
        isShownByFile: true,
        text: 'With debug on, an uncaught exception leaves Flask before after_request, and the debugger answers it: register an error handler for Exception, or run without debug.',
      },
    },
  ],
});
