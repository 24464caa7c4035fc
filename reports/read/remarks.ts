import { isPlainOnLoopback, parseUrl } from '../../src/fetch-standard/urls.ts';
import type { Report } from '../../src/model.ts';
import { verdictsByRoute } from './reading.ts';
import { say } from '../../src/words/say.ts';
import { counted } from '../words/wording.ts';

/** Returns what has to be known of the run beside the gate, a sentence each. */
export const remarksOf = (report: Report): readonly string[] => [...leftOut(report), ...behindTls(report)];

/**
 * Returns a sentence for a run that asked for some routes of the policy alone, as a filter or a shard does; none
 * otherwise. What was planned and did not run is no such route: it has verdicts that say so.
 */
function leftOut(report: Report): readonly string[] {
  const all = report.routes.length;
  const asked = verdictsByRoute(report).filter((about) => about.length > 0).length;
  if (asked === 0 || asked === all) return [];
  const phrase =
    asked === 1
      ? "Only {asked} of the policy's {routes} was among the tests of this run."
      : "Only {asked} of the policy's {routes} were among the tests of this run.";
  return [say(phrase, { asked, routes: counted(all, 'route') })];
}

/** Returns a sentence where an engine was shown by https what speaks plain http on this machine. */
function behindTls({ target, engines }: Report): readonly string[] {
  const url = parseUrl(target);
  if (url === null || !isPlainOnLoopback(url) || !engines.some(({ id }) => id === 'webkit')) return [];
  return [
    say(
      'To WebKit plain http on this machine is mixed content, so it asked {origin} by https: TLS ended in this run, and the API was spoken to in plain http.',
      { origin: url.origin },
    ),
  ];
}
