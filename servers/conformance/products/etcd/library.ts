import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'etcd',
  name: 'etcd, --cors',
  language: 'Go',
  install: {
    from: 'nowhere',
    reason:
      'Version 3.4.23, which Debian has, ends with an error for an origin without a port, and a browser never sends the default one: the promise cannot be written.',
  },
  start: ['none'],
  intents: [],
  source: 'etcd.io, --cors',
  guesses: {},
});
