import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'php-by-hand',
  name: 'PHP, header()',
  language: 'PHP',
  install: { from: 'debian', packages: ['php8.2-cli'], command: 'php' },
  start: ['php', '-d', 'display_errors=0', '-S', '127.0.0.1:{port}', 'server.php'],
  intents: ['declared'],
  source: 'php.net, header(): a second header() of the same name replaces the first',
  guesses: { declared: { ...keepsAll, ownVary: 'own only' } },
  notes: ['PHP has no CORS of its own: this is what its users copy.'],
});
