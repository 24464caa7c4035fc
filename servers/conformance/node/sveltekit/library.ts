import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'sveltekit',
  name: 'SvelteKit, handle by hand',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: {
      '@sveltejs/kit': '2.70.4',
      '@sveltejs/adapter-node': '5.5.7',
      '@sveltejs/vite-plugin-svelte': '6.2.4',
      svelte: '5.57.3',
      vite: '7.3.1',
    },
  },
  start: ['{node}', '{system}/build/index.js'],
  env: { HOST: '127.0.0.1' },
  build: ['sh', 'build.sh'],
  intents: ['declared'],
  source: 'svelte.dev, Hooks and +server; memory',
  guesses: { declared: { ...keepsAll, plainOptions: 'error' } },
  notes: [
    'SvelteKit has no CORS of its own: this is a hook `handle` that sets the headers. Version 3 builds on Node 22 and later; the runs have Node 20.',
  ],
});
