import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'connect-cors',
  name: 'Connect, with connectrpc.com/cors and rs/cors',
  language: 'Go',
  install: {
    from: 'go',
    packages: {
      'connectrpc.com/cors': '0.1.0',
      'connectrpc.com/connect': '1.21.1',
      'github.com/rs/cors': '1.11.1',
      'google.golang.org/protobuf': '1.36.10',
    },
  },
  start: ['{system}/server'],
  paths: {
    items: '/api.Items/List?connect=v1&encoding=json&message=%7B%7D',
    vary: null,
    boom: null,
    moved: null,
  },
  isJudged: false,
  intents: ['declared'],
  source: 'connectrpc.com, CORS',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      ownVary: null,
      boom: null,
      moved: null,
      head: 'reads',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
