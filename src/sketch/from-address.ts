import { readHttpUrl } from '../policy/lint-url.ts';
import { PolicyError } from '../policy/problem.ts';
import { hasSecretName, looksSecret, variableFor } from './secret-words.ts';
import { unlessEmpty, type Sketch, type Text } from './sketch.ts';

/** Returns the policy of the one route that is at `address`. Throws a `PolicyError` where that is no address. */
export function sketchFromAddress(address: string): Sketch {
  const reading = readHttpUrl(address, 'https://api.example.com/users');
  if ('fault' in reading) throw new PolicyError([{ place: '--target', ...reading.fault }]);
  const { origin, pathname, searchParams } = reading.url;
  const from = 'from --target';
  const query = [...searchParams].map(([name, value]): [string, Text] => [
    name,
    hasSecretName(name) || looksSecret(value) ? { prefix: '', env: variableFor(name) } : value,
  ]);
  return {
    target: { value: origin, from },
    trustedOrigins: [],
    routes: [
      {
        path: { value: pathname, from },
        methods: { value: ['GET'], from: 'write the others that pages use' },
        query: unlessEmpty(Object.fromEntries(query), from),
      },
    ],
    leftOut: [],
  };
}
