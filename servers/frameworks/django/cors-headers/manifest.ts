import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'django-cors-headers',
  stack: 'django',
  variant: 'django-cors-headers',
  role: 'api',
  systems: ['django-5'],
  preferred: true,
  printed: 'settings.py',
  language: 'python',
  install: 'pip install django-cors-headers',
  backend: 'none',
  start: {
    argv: ['{system}/bin/python', 'server.py'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 405, why: 'Django hands it to the view, which knows no OPTIONS.' },
  notes: [
    'For origins that a pattern describes there is CORS_ALLOWED_ORIGIN_REGEXES: begin each with ^ and end it with $.',
    'A page of another origin cannot read the CSRF cookie: give it the token in a response that it may read, and have it send X-CSRFToken.',
  ],
  broken: [
    {
      id: 'headers-replaced',
      defect: 'CORS_ALLOW_HEADERS takes the place of the default list and does not name what pages send.',
      seen: { by: 'browser', scenario: 'custom request header', diagnosis: 'header-not-allowed' },
    },
    {
      id: 'credentials-missing',
      defect: 'CORS_ALLOW_CREDENTIALS is not set.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'credentials-not-allowed' },
    },
    {
      id: 'all-origins-allowed',
      defect: 'CORS_ALLOW_ALL_ORIGINS wins over the list; with credentials it echoes every origin.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
    {
      id: 'token-checked-first',
      defect: 'A check for a token stands before CorsMiddleware, and answers CORS-preflight requests.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'preflight-origin-missing' },
      hint: {
        on: [400, 401, 403, 407, 429],
        text: 'A middleware that stands before CorsMiddleware in MIDDLEWARE and answers by itself, such as a check for a token, refuses every CORS-preflight request: put CorsMiddleware first.',
      },
    },
    {
      id: 'check-first',
      defect: 'A check for a token stands before CorsMiddleware, and answers without it.',
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
        text: 'A middleware that stands before CorsMiddleware in MIDDLEWARE and answers 401, 403 or 429 does so without the headers: put CorsMiddleware first.',
      },
    },
    {
      id: 'paths-beside',
      defect: 'CORS_URLS_REGEX does not match the path.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'CORS_URLS_REGEX leaves out every path that it does not match: have it match this one, or take it away.',
      },
    },
  ],
});
