import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'flask-3',
  name: 'Flask 3',
  needs: {},
  versions: [
    { name: 'Flask', from: 'python', package: 'Flask' },
    { name: 'flask-cors', from: 'python', package: 'flask-cors' },
  ],
});
