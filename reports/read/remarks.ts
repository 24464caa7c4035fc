import { isPlainOnLoopback, parseUrl } from '../../src/fetch-standard/urls.ts';
import { setLevelOf } from '../../src/baseline/level.ts';
import type { Report } from '../../src/model.ts';
import { carriedOut } from '../../src/responder/carried-out.ts';
import { verdictsByRoute } from './reading.ts';
import { say } from '../../src/words/say.ts';
import { visible } from '../words/visible-text.ts';
import { counted, listed } from '../words/wording.ts';

/** Returns what has to be known of the run beside the gate, a sentence each. */
export const remarksOf = (report: Report): readonly string[] => [
  ...sinceRemark(report),
  ...leftOut(report),
  ...patternRemarks(report),
  ...appRemarks(report),
  ...behindTls(report),
  ...idle(report),
  ...carriedOutRemarks(report),
];

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

/** Returns a sentence for a run of which only what is new since an earlier one fails the gate. */
const sinceRemark = ({ since }: Report): readonly string[] =>
  since === undefined
    ? []
    : [
        say(
          'Only what is new since {report} fails the gate: {found} new, {gone} gone, {changed} changed, {unseen} not judged any more, {same} as before.',
          { ...since, report: visible(since.report) },
        ),
      ];

/** Returns a sentence for each diagnosis that is off where a run that judged all of its routes did not find it. */
function idle(report: Report): readonly string[] {
  const { levels, routes, verdicts } = report;
  const about = verdictsByRoute(report);
  return levels.flatMap((set) => {
    const { diagnosis, route, level } = set;
    const isOwn = (path: string): boolean => route === null || path === route;
    const isWhole = routes.every(({ path }, index) => !isOwn(path) || (about[index] ?? []).length > 0);
    const own = verdicts.filter((verdict) => isOwn(verdict.route));
    const isFound = own.some((verdict) => setLevelOf(verdict, levels) === set);
    if (level !== 'off' || !isWhole || isFound || own.some(({ status }) => status === 'inconclusive'))
      return [];
    return [
      route === null
        ? say('The policy turns {diagnosis} off, and nothing of it was found: take it out of levels.', {
            diagnosis,
          })
        : say(
            'The policy turns {diagnosis} off on {route}, and nothing of it was found: take it out of levels.',
            {
              diagnosis,
              route: visible(route),
            },
          ),
    ];
  });
}
/** Returns what each pattern of trusted origins means, and what stood for it. */
export const patternRemarks = ({ patterns = [] }: Report): readonly string[] =>
  patterns.map((one) =>
    say(meaningOf(one), {
      pattern: visible(one.pattern),
      routes: one.routes.length > 3 ? counted(one.routes.length, 'route') : listed(one.routes.map(visible)),
      host: visible(one.host),
      sample: listed(one.sample.map(visible)),
    }),
  );

/** Returns a sentence on the origins that no browser was at; none where there is no such origin. */
export function appRemarks({ verdicts }: Report): readonly string[] {
  const without = verdicts.filter(({ withoutBrowser }) => withoutBrowser === true);
  const trusted = without.filter(({ originRole }) => originRole === 'trusted');
  const origins = [...new Set((trusted.length > 0 ? trusted : without).map(({ origin }) => visible(origin)))];
  return origins.length === 0
    ? []
    : [
        say(
          'No browser of this run can be at {origins}: of them the wire and the standard alone say what is shared (two witnesses, no browser).',
          { origins: listed(origins) },
        ),
      ];
}

/** Returns a sentence for each request of a page that is refused by a status, and was carried out. */
const carriedOutRemarks = ({ verdicts }: Report): readonly string[] =>
  carriedOut(verdicts).map(({ route, origin, method, status, lines }) =>
    say(
      '{method} {route} from {origin}, which is not trusted, is refused with status {status}, but carried out: the answer has {lines}, which the handler sends. A list of origins that is looked at after the handler keeps the answer from the page, and not the request from the API.',
      {
        method,
        route: visible(route),
        origin: visible(origin),
        status,
        lines: listed(lines.map((line) => visible(line.join(': ')))),
      },
    ),
  );

/** Returns the phrase on who reads by a pattern. */
function meaningOf({ isAnyName, isAnyPort }: NonNullable<Report['patterns']>[number]) {
  if (!isAnyName) {
    return 'The policy trusts every origin that {pattern} covers, on {routes}: whatever serves a page on any port of {host} reads. Pages at {sample} stood for all of them.';
  }
  return isAnyPort
    ? 'The policy trusts every origin that {pattern} covers, on {routes}: whoever takes over one name under {host} reads (a forgotten DNS entry, a page of another team, a script injected there), and so does whatever listens on any port of it. Pages at {sample} stood for all of them.'
    : 'The policy trusts every origin that {pattern} covers, on {routes}: whoever takes over one name under {host} reads (a forgotten DNS entry, a page of another team, a script injected there). Pages at {sample} stood for all of them.';
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
