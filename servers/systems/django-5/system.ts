import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'django-5',
  name: 'Django 5',
  needs: {},
  versions: [
    { name: 'Django', from: 'python', package: 'Django' },
    { name: 'django-cors-headers', from: 'python', package: 'django-cors-headers' },
  ],
});
