import { defineFix } from '../../../../src/fix/fix.ts';

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
        'Without "always", the headers are missing on what httpd answers itself: here the CORS-preflight response.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
