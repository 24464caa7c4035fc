import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'php-by-hand',
  stack: 'php',
  variant: 'by hand, in plain PHP',
  role: 'api',
  systems: ['php-8'],
  preferred: true,
  printed: 'cors.php',
  language: 'php',
  install: '',
  backend: 'none',
  start: {
    argv: ['php', '-S', '127.0.0.1:{port}', 'index.php'],
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 404, why: 'The router of the API knows no OPTIONS.' },
  notes: [
    'Require the file first of all in the front controller: header() does nothing once output has begun.',
  ],
  broken: [
    {
      id: 'origins-listed',
      defect: 'All origins are in one header.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
