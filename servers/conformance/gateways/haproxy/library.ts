import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'haproxy',
  name: 'HAProxy, http-response',
  language: 'C',
  install: { from: 'debian', packages: ['haproxy'], command: 'haproxy' },
  start: ['haproxy', '-db', '-f', 'server.cfg'],
  isInFront: true,
  intents: ['declared'],
  source: 'docs.haproxy.org, http-request and http-response',
  guesses: { declared: { ...keepsAll, boom: 'hidden' } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
