import { claims } from '../fixtures/claims.ts';
import { expect, test } from '../fixtures/catalogue.ts';
import { flippedExpectations } from './harness/claims/flip.ts';

for (const { id, verdict, shown } of claims) {
  if (shown.by === 'reason') continue;
  shown.experiments.forEach((experiment, index) => {
    test(`${id} is ${verdict ?? 'undecided'}: ${index + 1}. ${experiment.shows}`, async ({ claimPlayer }) => {
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
    'max-age-cap-of-chromium',
    'max-age-cap-of-firefox',
    'nginx-add-header-in-if',
    'ninety-percent-by-headers',
    'web-security-flag',
    'webpack-proxy-object',
  ]);
});
