import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'postgrest',
  name: 'PostgREST',
  language: 'Haskell',
  install: { from: 'nowhere', reason: 'Neither Debian nor a registry that the runs install from has it.' },
  start: ['none'],
  intents: [],
  source: 'its documentation',
  notes: ['What answers its pages is wai-cors, which has a row.'],
  guesses: {},
});
