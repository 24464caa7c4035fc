import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'django-debian',
  name: 'Django 3 (Debian 12)',
  needs: {},
  versions: [
    { name: 'Django', from: 'python', package: 'Django' },
    { name: 'django-cors-headers', from: 'python', package: 'django-cors-headers' },
  ],
});
