import type { Report } from '../../src/model.ts';
import { isAbout } from './reading.ts';
import { counted } from '../words/wording.ts';

/**
 * A sentence for a run that asked for some routes of the policy alone, as a filter or a shard does; none otherwise. What
 * was planned and did not run is no such route: it has verdicts that say so.
 */
export function leftOutRemarks(report: Report): readonly string[] {
  const all = report.routes.length;
  const asked = report.routes.filter((route) => report.verdicts.some(isAbout(route, report))).length;
  if (asked === 0 || asked === all) return [];
  const verb = asked === 1 ? 'was' : 'were';
  return [`Only ${asked} of the policy's ${counted(all, 'route')} ${verb} among the tests of this run.`];
}
