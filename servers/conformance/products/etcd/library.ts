import { defineLibrary, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'etcd',
  name: 'etcd, --cors',
  language: 'Go',
  install: { from: 'debian', packages: ['etcd-server'], command: 'etcd' },
  start: [
    'etcd',
    '--data-dir=data',
    '--log-level=fatal',
    '--listen-client-urls=http://127.0.0.1:{port}',
    '--advertise-client-urls=http://127.0.0.1:{port}',
    '--listen-peer-urls=unix://peer:0',
    '--initial-advertise-peer-urls=unix://peer:0',
    '--initial-cluster=default=unix://peer:0',
  ],
  paths: { items: '/version', vary: null, boom: null, moved: null, missing: '/nothing' },
  isJudged: false,
  intents: ['defaults'],
  source: 'etcd.io, --cors',
  guesses: {
    defaults: {
      ...opensAll,
      ownVary: null,
      boom: null,
      moved: null,
      preflight: 'refused',
      header: 'refused',
      missing: 'hidden',
      missingPreflight: 'refused',
      headPreflight: 'refused',
      method: 'refused',
    },
  },
  notes: [
    'Its default is --cors=*. The promise cannot be written: it ends with an error for an origin without a port, and a browser never sends the default one.',
  ],
});
