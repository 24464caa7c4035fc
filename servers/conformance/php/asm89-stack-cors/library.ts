import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'asm89-stack-cors',
  name: 'asm89/stack-cors (Symfony HttpKernel)',
  language: 'PHP',
  install: { from: 'debian', packages: ['php-asm89-stack-cors', 'php-symfony-http-kernel', 'php-cli'] },
  start: ['php', '-S', '127.0.0.1:{port}', 'server.php'],
  intents: ['declared', 'defaults'],
  source: 'README of asm89/stack-cors; memory of CorsService',
  guesses: {
    declared: { ...keepsAll, boom: 'hidden', varyPreflight: 'origin', plainOptions: 'error' },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      varyPreflight: 'none',
      boom: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
      bare: '*',
    },
  },
  notes: ['Laravel 6 to 8 answers CORS by it.'],
});
