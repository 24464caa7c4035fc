import type { PrintableFix } from '../../../src/fix/fix.ts';

const shared = { role: 'api', preferred: true, install: '', notes: [] } as const;

/** A library small enough to be looked at: three files, two of one stack. */
export const sampleLibrary: readonly PrintableFix[] = [
  {
    ...shared,
    stack: 'go',
    variant: 'middleware',
    printed: 'cors.go',
    language: 'go',
    template: 'var origins = {{origins as go}}\n\nfunc main() {\n\tlisten()\n}\n',
  },
  {
    ...shared,
    stack: 'nginx',
    variant: 'in front of an API that sends CORS headers itself',
    preferred: false,
    printed: 'api.conf',
    language: 'nginx',
    notes: [
      'Where the API decides rightly itself, leave CORS to it and remove every add_header here instead.',
    ],
    template: 'proxy_hide_header Access-Control-Allow-Origin;\nproxy_pass {{backend as bare}};\n',
  },
  {
    ...shared,
    stack: 'nginx',
    variant: 'server block of an API',
    printed: 'api.conf',
    language: 'nginx',
    install: 'apt-get install nginx',
    notes: [
      'An add_header in a location or an if takes the place of all that are inherited: repeat every line there.',
    ],
    template: [
      'map $http_origin $cors_origin {',
      '    default "";',
      '    "~^{{each origins as nginx-regex}}$" $http_origin;',
      '}',
      'server {',
      '    listen {{port as nginx}};',
      '    {{if credentials}} add_header Access-Control-Allow-Credentials true always;',
      '    add_header Access-Control-Allow-Methods {{methods joined as nginx}} always;',
      '    add_header Access-Control-Max-Age {{maxAgeSeconds as nginx}} always;',
      '}',
      '',
    ].join('\n'),
  },
];
