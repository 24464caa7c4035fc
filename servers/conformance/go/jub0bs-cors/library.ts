import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'jub0bs-cors',
  name: 'jub0bs/cors (net/http)',
  language: 'Go',
  install: {
    from: 'nowhere',
    reason: 'The proxy of Go modules that the runs install from does not serve it.',
  },
  start: ['none'],
  intents: [],
  source: 'pkg.go.dev, jub0bs/cors',
  guesses: {},
});
