import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'helidon',
  name: 'Helidon, CorsSupport',
  language: 'Java',
  install: { from: 'nowhere', reason: 'It needs Java 21; the runs have Java 17.' },
  start: ['none'],
  intents: [],
  source: 'its documentation',
  guesses: {},
});
