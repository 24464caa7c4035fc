import type { LibraryFix } from '../../../src/fix/fix.ts';

/** Returns two fixes, the first of which, for nginx, is made of `template`. */
export const libraryWith = (template: string) =>
  [
    {
      stack: 'nginx',
      variant: 'server block',
      role: 'api',
      preferred: true,
      printed: 'api.conf',
      language: 'nginx',
      install: 'apt-get install nginx',
      notes: [
        'An add_header in a location or an if takes the place of all that are inherited: repeat every line there.',
      ],
      template,
      broken: [
        {
          id: 'options-handed-on',
          defect: 'OPTIONS reaches an API that knows no such method.',
          seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'preflight-status-not-ok' },
        },
      ],
    },
    {
      stack: 'go',
      variant: 'middleware',
      role: 'api',
      preferred: true,
      printed: 'cors.go',
      language: 'go',
      install: '',
      notes: [],
      template: 'headers {{requestHeaders as go}}',
      broken: [
        {
          id: 'vary-missing',
          defect: 'Vary: Origin is missing.',
          seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
        },
      ],
    },
  ] as const satisfies readonly LibraryFix[];
