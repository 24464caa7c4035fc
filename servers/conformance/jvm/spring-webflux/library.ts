import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'spring-webflux',
  name: 'Spring WebFlux, addCorsMappings',
  language: 'Java',
  install: {
    from: 'nowhere',
    reason: 'A package that it needs, netty-codec-native-quic, could not be fetched on the day of the run.',
  },
  start: ['none'],
  intents: [],
  source: 'docs.spring.io, WebFlux, CORS',
  guesses: {},
});
