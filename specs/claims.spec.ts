import { test as base } from '@playwright/test';
import { claims } from '../fixtures/claims.ts';
import chromium from '../fixtures/engines/chromium.ts';
import { ClaimPlayer } from '../fixtures/play-claim.ts';
import { expect } from '../fixtures/test.ts';
import { ApiServer } from '../servers/api-server.ts';
import { CanaryServer } from '../servers/canary-server.ts';
import { PageOriginServer } from '../servers/page-origin.ts';
import { startChromium } from '../src/probe/chromium-harness.ts';
import { flippedExpectations } from './harness/claims/flip.ts';

const test = base.extend<object, { readonly player: ClaimPlayer }>({
  player: [
    async ({}, use) => {
      const [api, canary, origins] = await Promise.all([
        ApiServer.start(),
        CanaryServer.start(),
        PageOriginServer.start(),
      ]);
      const harness = await startChromium(
        chromium,
        {
          proxyUrl: origins.proxyUrl,
          spkiHash: `${origins.spkiHash},${api.spkiHash}`,
          pageUrl: (origin, opaque, headers) => origins.pageUrl(origin, opaque, headers),
        },
        canary,
      );
      await use(new ClaimPlayer(harness, chromium, api));
      await harness.close();
      await Promise.all([api.close(), canary.close(), origins.close()]);
    },
    { scope: 'worker' },
  ],
});

for (const { id, verdict, shown } of claims) {
  if (shown.by === 'reason') continue;
  shown.experiments.forEach((experiment, index) => {
    test(`${id} is ${verdict ?? 'undecided'}: ${index + 1}. ${experiment.shows}`, async ({ player }) => {
      const seen = await player.run(experiment);
      expect(seen).toEqual(experiment.steps.map(({ expected }) => expected));
      for (const flipped of flippedExpectations(experiment)) expect(seen).not.toEqual(flipped);
    });
  });
}

test('a claim is shown by experiments, or says why not', () => {
  const reasons = claims.flatMap(({ id, shown }) => (shown.by === 'reason' ? [id] : []));
  expect(reasons).toEqual([
    'create-react-app-as-webpack-example',
    'dev-proxy-avoids-cors',
    'dev-proxy-never-in-production',
    'django-middleware-first',
    'express-options-star',
    'max-age-cap-of-chromium',
    'max-age-cap-of-firefox',
    'nginx-add-header-in-if',
    'ninety-percent-by-headers',
    'web-security-flag',
    'webpack-proxy-object',
  ]);
});
