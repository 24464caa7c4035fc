import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'laravel',
  name: 'Laravel, config/cors.php',
  language: 'PHP',
  install: { from: 'nowhere', reason: 'Its packages come from no registry that the runs install from.' },
  start: ['none'],
  intents: [],
  source: 'laravel.com, CORS',
  guesses: {},
});
