import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'sveltekit',
  name: 'SvelteKit, handle by hand',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: {
      '@sveltejs/kit': '3.2.0',
      '@sveltejs/adapter-node': '6.0.1',
      '@sveltejs/vite-plugin-svelte': '7.3.1',
      svelte: '5.57.3',
      typescript: '6.0.3',
      vite: '8.4.0',
    },
  },
  start: ['{node}', '{system}/build/index.js'],
  env: { HOST: '127.0.0.1' },
  intents: ['declared'],
  source: 'svelte.dev, Hooks and csrf; memory of runtime/server/respond.js',
  guesses: { declared: { ...keepsAll, wrongMethod: 'hidden' } },
  notes: [
    'SvelteKit has no CORS of its own: this is the hook that its users write. Before any hook it refuses what a form of another origin can send.',
  ],
  build: ['sh', 'build.sh'],
});
