import { expect, test } from '@playwright/test';
import { engines } from '../../../fixtures/engines.ts';
import { isRefusedWithCredentials } from '../../../src/judge/with-credentials.ts';
import type { HeaderList } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { exchange, observation } from './observation.ts';

const request = probeRequest('https://api.example.com/items', { credentialsMode: 'omit' });

const answers: readonly (readonly [headers: HeaderList, isRefused: boolean])[] = [
  [[['Access-Control-Allow-Origin', '*']], true],
  [[['Access-Control-Allow-Origin', 'https://app.example.com']], true],
  // Not shared without credentials either: nothing follows from it.
  [[], false],
  [
    [
      ['Access-Control-Allow-Origin', 'https://app.example.com'],
      ['Access-Control-Allow-Credentials', 'true'],
    ],
    false,
  ],
];

for (const engine of Object.values(engines)) {
  test(`what ${engine.name} refuses with credentials follows from the answer without them`, () => {
    const seen = answers.map(([headers]) =>
      isRefusedWithCredentials(
        observation({ request, exchanges: [exchange('actual', 200, headers)] }),
        engine,
      ),
    );
    expect(seen).toEqual(answers.map(([, isRefused]) => isRefused));
  });
}
