import { defineFix, unanswered } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'apache-several-origins',
  stack: 'apache',
  variant: 'virtual host for several origins',
  role: 'api',
  systems: ['apache'],
  preferred: true,
  printed: 'api.conf',
  language: 'apache',
  install: 'a2enmod headers proxy proxy_http rewrite setenvif',
  backend: 'silent',
  start: {
    argv: ['apache2', '-d', '{folder}', '-f', '{folder}/httpd.conf', '-D', 'FOREGROUND'],
    env: { FOLDER: '{folder}', MODULES: '/usr/lib/apache2/modules' },
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'httpd hands it to the API, and this is the answer of the API.' },
  notes: ['The file is a site, for instance /etc/apache2/sites-available/api.conf; <If> needs httpd 2.4.'],
  broken: [
    {
      id: 'always-missing',
      defect:
        'Without "always", the headers are missing on what httpd answers itself: the CORS-preflight response, and errors.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
      alsoRefused: [{ scenario: unanswered, diagnosis: 'origin-missing' }],
      hint: {
        on: 'any',
        by: 'proxy',
        text: 'A Header without "always" is left out of what httpd answers itself, such as errors and what a RewriteRule answers: write "Header always" on each.',
      },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
