import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'flask-debian',
  name: 'Flask 2 (Debian 12)',
  needs: {},
  versions: [
    { name: 'Flask', from: 'python', package: 'Flask' },
    { name: 'Flask-Cors', from: 'python', package: 'Flask-Cors' },
  ],
});
