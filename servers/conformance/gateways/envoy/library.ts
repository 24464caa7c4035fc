import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'envoy',
  name: 'Envoy, cors filter',
  language: 'C',
  install: { from: 'nowhere', reason: 'Neither Debian nor a registry that the runs install from has it.' },
  start: ['none'],
  intents: [],
  source: 'its documentation',
  guesses: {},
});
