import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'plack-crossorigin',
  name: 'Plack::Middleware::CrossOrigin',
  language: 'Perl',
  install: { from: 'debian', packages: ['libplack-middleware-crossorigin-perl', 'libplack-perl'] },
  start: ['plackup', '--host', '127.0.0.1', '--port', '{port}', '-E', 'deployment', 'server.psgi'],
  intents: ['declared', 'defaults'],
  source: 'metacpan.org, Plack::Middleware::CrossOrigin',
  guesses: {
    declared: {
      ...keepsAll,
      boom: 'hidden',
      plainOptions: 'error',
      vary: 'always',
      headPreflight: 'refused',
      stranger: 'barred',
    },
    defaults: {
      ...opensAll,
      bare: '*',
      vary: 'never',
      boom: 'hidden',
      plainOptions: 'error',
      maxAge: 'another',
      preflight: 'refused',
      missingPreflight: 'refused',
    },
  },
});
