import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 's3rver',
  name: 'S3rver, CORSConfiguration of S3',
  language: 'JavaScript',
  install: { from: 'npm', packages: { s3rver: '3.7.1' } },
  start: ['{node}', 'server.mjs'],
  paths: { items: '/api/items', vary: null, boom: null, moved: null, missing: '/api/missing' },
  isJudged: false,
  intents: ['declared', 'defaults'],
  source: 'docs.aws.amazon.com, Elements of a CORS configuration; memory of lib/middleware/cors.js',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      varyPreflight: 'all three',
      ownVary: null,
      boom: null,
      moved: null,
      headPreflight: 'refused',
      head: 'hidden',
      wrongMethod: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...grantsNothing,
      ownVary: null,
      boom: null,
      moved: null,
      plainOptions: 'error',
    },
  },
  notes: ['It stands for S3 in tests. Its bucket has no handler of its own for Vary, errors and redirects.'],
});
