import { claimDepartures } from '../fixtures/claim-departures.ts';
import { claims } from '../fixtures/claims.ts';
import { experimentIn } from '../src/catalogue/claim-departure.ts';
import { expect, test } from '../fixtures/stage/catalogue.ts';
import { flippedExpectations } from './pure/claims/flip.ts';

for (const { id, verdict, shown } of claims) {
  if (shown.by !== 'experiment') continue;
  shown.experiments.forEach((common, index) => {
    test(`${id} is ${verdict ?? 'undecided'}: ${index + 1}. ${common.shows}`, async ({
      claimPlayer,
      corsEngine,
    }) => {
      const experiment = experimentIn(common, claimDepartures.get(corsEngine)?.[`${id} ${index + 1}`]);
      const seen = await claimPlayer.run(experiment);
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
    'firefox-preflight-warm-up',
    'nginx-add-header-in-if',
    'ninety-percent-by-headers',
    'web-security-flag',
    'webpack-proxy-object',
  ]);
});
