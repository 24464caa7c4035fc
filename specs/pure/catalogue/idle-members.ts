import { sampleAddresses } from '../../../scripts/docs/sample-addresses.ts';
import type { MisconfigurationCase } from '../../../src/catalogue/case.ts';
import { departing, type Departure } from '../../../src/catalogue/departure.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import { expectedCorrection, expectedSight } from '../../../src/catalogue/expected.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/**
 * The members of a departure without which exactly the same would be expected of the engine: they depart from
 * nothing, or no longer do.
 */
export function idleMembers(
  definition: MisconfigurationCase,
  { expected, ...departure }: Departure,
  engine: Engine,
): string[] {
  const promise = (members: Departure['expected']): unknown => {
    const own = departing(definition, { ...departure, expected: members });
    return [
      expectedSight(own, engine, sampleAddresses),
      expectedCorrection(own, engine, sampleAddresses),
      own.expected.diagnosis,
    ];
  };
  const whole = promise(expected);
  return Object.keys(expected).filter((name) => {
    const rest = Object.fromEntries(Object.entries(expected).filter(([other]) => other !== name));
    return isSame(promise(rest), whole);
  });
}
