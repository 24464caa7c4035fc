import type { MisconfigurationCase } from '../../../src/catalogue/case.ts';
import type { Departure } from '../../../src/catalogue/departure.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import { promisedOf } from '../../../src/catalogue/promised.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/** Returns the members of a departure that depart from nothing: without them the same is expected of the engine. */
export function idleMembers(
  definition: MisconfigurationCase,
  { expected, ...departure }: Departure,
  engine: Engine,
): string[] {
  const promise = (members: Departure['expected']): unknown => {
    const own = promisedOf(definition, engine, { ...departure, expected: members });
    return [own.sight, own.corrected, own.definition.expected.diagnosis];
  };
  const whole = promise(expected);
  return Object.keys(expected).filter((name) => {
    const rest = Object.fromEntries(Object.entries(expected).filter(([other]) => other !== name));
    return isSame(promise(rest), whole);
  });
}
