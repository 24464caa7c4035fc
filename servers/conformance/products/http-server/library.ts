import { defineLibrary, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'http-server',
  name: 'http-server --cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { 'http-server': '14.1.1' } },
  start: ['{system}/node_modules/.bin/http-server', '.', '-p', '{port}', '-a', '127.0.0.1', '--cors', '-s'],
  paths: { items: '/items.json', vary: null, boom: null, moved: null },
  isJudged: false,
  intents: ['defaults'],
  source: 'README of http-server, --cors',
  guesses: {
    defaults: {
      ...opensAll,
      preflight: 'granted',
      ownVary: null,
      boom: null,
      moved: null,
      method: 'refused',
      header: 'refused',
      wrongMethod: 'hidden',
      maxAge: 'none',
    },
  },
});
