import { test } from '../../fixtures/test.ts';
import { availabilityOf } from '../../servers/frameworks/availability.ts';

/**
 * Returns the versions of `system` that are installed. Skips the test, with the reason, if the system is not here;
 * with CI=true that fails it, unless it is Node itself that is too old.
 */
export async function versionsOf(system: string): Promise<readonly string[]> {
  const availability = await availabilityOf(system);
  if (availability.available) return availability.versions;
  const { excused, reason } = availability;
  test.skip(excused || process.env['CI'] !== 'true', reason);
  throw new Error(`${reason} With CI=true it has to be here.`);
}
