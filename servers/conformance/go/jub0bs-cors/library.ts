import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'jub0bs-cors',
  name: 'jub0bs/cors (net/http)',
  language: 'Go',
  install: { from: 'nowhere', reason: 'Its module could not be fetched on the day of the run.' },
  start: ['none'],
  intents: [],
  source: 'pkg.go.dev, jub0bs/cors',
  guesses: {},
});
