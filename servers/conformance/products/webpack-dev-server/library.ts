import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'webpack-dev-server',
  name: 'webpack-dev-server, headers',
  language: 'JavaScript',
  install: { from: 'npm', packages: { webpack: '5.113.0', 'webpack-dev-server': '6.1.0' } },
  start: ['{node}', 'server.mjs'],
  paths: { items: '/items.json', vary: null, boom: null, moved: null },
  isJudged: false,
  intents: ['declared', 'defaults'],
  source: 'webpack.js.org, devServer.headers',
  guesses: {
    declared: {
      ...keepsAll,
      preflight: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      plainOptions: 'error',
      ownVary: null,
      boom: null,
      moved: null,
    },
    defaults: { ...grantsNothing, plainOptions: 'error', ownVary: null, boom: null, moved: null },
  },
  notes: ['It has no option that answers a CORS-preflight request: the headers stand on what is there.'],
});
