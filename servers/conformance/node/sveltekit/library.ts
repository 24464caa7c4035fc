import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'sveltekit',
  name: 'SvelteKit, handle by hand',
  language: 'JavaScript',
  install: { from: 'nowhere', reason: 'Version 3.2.0 builds on Node 22 and later; the runs have Node 20.' },
  start: ['none'],
  intents: [],
  source: 'its documentation',
  guesses: {},
});
