import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'nginx-third-party-proxy',
  stack: 'nginx',
  variant: 'reverse proxy for a third-party API over TLS',
  role: 'api',
  systems: ['nginx'],
  preferred: false,
  printed: 'api.conf',
  language: 'nginx',
  install: 'apt-get install nginx',
  backend: 'tls',
  start: {
    argv: ['nginx', '-p', '{folder}', '-c', 'nginx.conf', '-e', 'stderr'],
    ready: { kind: 'listening' },
    port: 'reserved',
    scheme: 'https',
  },
  plainOptions: { status: 204, why: 'nginx hands it to the third party, and this is its answer.' },
  notes: [
    "server.crt and server.key are the proxy's own certificate; upstream-ca.pem is what the third party is verified with: on Debian, /etc/ssl/certs/ca-certificates.crt.",
    'nginx looks the host name of proxy_pass up once, when it starts, and does not start if that fails.',
  ],
  broken: [
    {
      id: 'upstream-headers-passed',
      defect: 'The header of the third party is passed on, and nginx adds a second one.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
    },
  ],
});
