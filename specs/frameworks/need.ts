import { test } from '../../fixtures/test.ts';
import { availabilityOf, type Availability } from '../../servers/fix-runner/availability.ts';

/** By system: what is installed stays while the tests run, and asking starts a process for each version. */
const known = new Map<string, Promise<Availability>>();

/**
 * Returns the versions of `system` that are installed. Skips the test, with the reason, if the system is not here;
 * with CI=true that fails it, unless it is Node itself that is too old.
 */
export async function versionsOf(system: string): Promise<readonly string[]> {
  const asking = known.get(system) ?? availabilityOf(system);
  known.set(system, asking);
  const availability = await asking;
  if (availability.available) return availability.versions;
  const { excused, reason } = availability;
  test.skip(excused || process.env['CI'] !== 'true', reason);
  throw new Error(`${reason} With CI=true it has to be here.`);
}
