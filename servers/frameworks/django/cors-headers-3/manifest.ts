import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'django-cors-headers-3',
  stack: 'django',
  variant: 'django-cors-headers 3',
  role: 'api',
  systems: ['django-debian'],
  preferred: false,
  printed: 'settings.py',
  language: 'python',
  install: 'apt-get install python3-django-cors-headers',
  backend: 'none',
  start: {
    argv: ['{system}/bin/python', 'server.py'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 405, why: 'Django hands it to the view, which knows no OPTIONS.' },
  notes: [
    'A page of another origin cannot read the CSRF cookie: give it the token in a response that it may read, and have it send X-CSRFToken.',
  ],
  broken: [
    {
      id: 'headers-replaced',
      defect: 'CORS_ALLOW_HEADERS takes the place of the default list and does not name what pages send.',
      seen: { by: 'browser', scenario: 'custom request header', diagnosis: 'header-not-allowed' },
    },
  ],
});
