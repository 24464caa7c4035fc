import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'postgrest',
  name: 'PostgREST',
  language: 'Haskell',
  install: {
    from: 'nowhere',
    reason:
      'Neither Debian nor a registry that the runs install from has it. Its CORS is that of wai-cors, which has a row.',
  },
  start: ['none'],
  intents: [],
  source: 'its documentation',
  guesses: {},
});
