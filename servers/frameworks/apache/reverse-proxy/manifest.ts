import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'apache-reverse-proxy',
  stack: 'apache',
  variant: 'reverse proxy for an API that sends CORS headers itself',
  role: 'api',
  systems: ['apache'],
  preferred: false,
  printed: 'api.conf',
  language: 'apache',
  install: 'a2enmod headers proxy proxy_http rewrite setenvif',
  backend: 'own-cors',
  start: {
    argv: ['apache2', '-d', '{folder}', '-f', '{folder}/httpd.conf', '-D', 'FOREGROUND'],
    env: { FOLDER: '{folder}', MODULES: '/usr/lib/apache2/modules' },
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'httpd hands it to the API, and this is the answer of the API.' },
  notes: [
    'For an API over https, add SSLProxyEngine On (a2enmod ssl), SSLProxyVerify require and SSLProxyCACertificateFile.',
  ],
  broken: [
    {
      id: 'upstream-headers-passed',
      defect: 'The header of the API is passed on, and "Header always set" adds a second one.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
      hint: {
        on: 'any',
        text: 'A "Header always set" adds a second line to that of the API behind: take that away first, by "Header unset".',
      },
    },
  ],
});
