import { deriveCases } from '../plan/derive-cases.ts';
import type { PlannedProbe, RoutePlan } from '../plan/derived-check.ts';
import { openersOf } from '../plan/planned-session.ts';
import { groupBy } from '../words/group-by.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { pagesOf, patternsOf } from '../policy/trusted.ts';
import { say } from '../words/say.ts';
import { counted, inRow, inSentences, listed } from '../words/spoken.ts';
import { plainText } from '../words/plain-text.ts';
import { isRepeatable } from '../plan/safe-methods.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { defineCommand } from './command.ts';
import { engineFaults } from './engine-faults.ts';

/** Lines for routes, and for requests that change something, before the rest is counted. */
const mostRoutes = 30;
const mostSent = 15;

/**
 * Prints how many requests the target suite would make, with `--all` each of them, and which of them are held or reach
 * the API all the same; makes none.
 */
export const planCommand = defineCommand({
  name: 'plan',
  said: 'say what the target suite would ask, and ask nothing; with --all list every request',
  usage: ['[--all]'],
  about:
    'Says what the target suite would ask, and asks nothing. What it is asked about is said by the policy (cors.policy.ts) and by the variables of the environment that the suite itself reads.',
  options: { all: { said: 'list every request' } },
  faults: (_, { env }) => engineFaults(env),
  act: (given, { cwd, env, out }) => {
    const isWhole = given.has('all');
    const policy = loadPolicy({ cwd, env });
    const target =
      policy.target.kind === 'url'
        ? policy.target
        : { kind: 'url' as const, origin: 'http://127.0.0.1', basePath: '' };
    if (policy.start !== null)
      out(say('The API is started by: {command}', { command: plainText(policy.start.command) }));
    const plans = deriveCases({ ...policy, target }, 'chromium');
    for (const plan of isWhole ? plans : plans.slice(0, mostRoutes)) {
      const more = plan.probes.filter(mayBeSpared).length;
      const requests = counted(plan.probes.length - more, 'request');
      const checks = counted(plan.checks.length, 'check');
      const { route } = plan;
      out(
        more === 0
          ? say('{route}: {requests}, {checks}', { route, requests, checks })
          : say('{route}: {requests} and up to {more} more, {checks}', { route, requests, more, checks }),
      );
      if (isWhole) for (const probe of plan.probes) out(`  ${inOneLine(probe)}`);
    }
    if (!isWhole && plans.length > mostRoutes)
      out(say('and {routes}', { routes: counted(plans.length - mostRoutes, 'more route') }));
    const probes = plans.flatMap((plan) => plan.probes);
    const pages = new Set(probes.map(({ page }) => (page.opaque ? 'null' : page.origin)));
    const trusted = pagesOf(policy.trustedOrigins).length;
    const asking = { origins: counted(pages.size, 'origin'), trusted };
    const who =
      trusted === 1
        ? say('Pages at {origins} make the requests; {trusted} of them is trusted.', asking)
        : say('Pages at {origins} make the requests; {trusted} of them are trusted.', asking);
    out(isWhole ? who : inSentences([who, say('--all lists every request.')]));
    for (const { pattern, sample } of patternsOf(policy.trustedOrigins)) {
      out(
        say('Of all origins that {pattern} covers, pages at {sample} ask.', {
          pattern,
          sample: listed(sample),
        }),
      );
    }
    for (const line of loginLines(plans)) out(line);
    const spared = probes.filter(mayBeSpared);
    const made = probes.filter((probe) => !mayBeSpared(probe));
    const held = made.filter(({ request }) => request.held).length;
    const unsafe = probes.filter((probe) => !isRepeatable(probe));
    out(
      say(
        '{count} requests in all, each with the CORS-preflight request that the browser adds; {held} of them are held after it and never reach the API.',
        { count: made.length, held },
      ),
    );
    if (spared.length > 0) {
      out(
        say(
          'Up to {count} more with credentials: each only where the same one without credentials is not refused, or where an answer set a cookie. What they come to follows otherwise.',
          { count: spared.length },
        ),
      );
    }
    out(
      say(
        'A request that is safe or held is made again where a cache answered it, where an answer set a cookie, or for a proof.',
      ),
    );
    out(
      say(
        'More may come, safe or held, only to find a cause: where a trusted page may have got the copy of a shared cache, its request again and at an address that no cache knows (a query of ours) and, if it was a copy, all that is asked of that route at such addresses; where Vary: Origin is missing from an answer that browsers keep, two requests for it with the cache left as it is.',
      ),
    );
    out(
      say(
        'Of each finding, the request of its curl line is made once without a browser, if its method is GET, HEAD or OPTIONS; where its answer differs from what the browser saw, up to five times more, with header lines of the browser.',
      ),
    );
    if (unsafe.length > 0) {
      if (!isWhole) {
        for (const probe of unsafe.slice(0, mostSent)) out(`  ${inOneLine(probe)}`);
        if (unsafe.length > mostSent)
          out(`  ${say('and {count} more', { count: unsafe.length - mostSent })}`);
      }
      out(
        say(
          'Requests of unsafe methods that reach the API, each once in each engine: {methods}. One whose connection breaks before an answer, or that is answered 408 or 421, Chromium itself may send again.',
          { methods: inRow([...new Set(unsafe.map(({ request }) => request.method))]) },
        ),
      );
    }
    return exitCodes.passed;
  },
});

/** Returns how the sessions of the plans are opened: requests that reach the API whatever the policy says of sending. */
function loginLines(plans: readonly RoutePlan[]): readonly string[] {
  const signedIn = plans.flatMap(({ session, promise }) => (session === null ? [] : [{ session, promise }]));
  return groupBy(signedIn, ({ session }) => session.name).flatMap((group) => {
    const [{ session }] = group;
    const name = JSON.stringify(session.name);
    if (session.open)
      return [
        say('The session {name} is opened by the code of the policy file, once in each engine.', { name }),
      ];
    if (session.page === null)
      return [
        say('The session {name} is the cookies of {file}; nothing is sent for it.', {
          name,
          file: session.storageState ?? '',
        }),
      ];
    const pages = openersOf([...new Set(group.flatMap(({ promise }) => pagesOf(promise.trustedOrigins)))]);
    return [
      say(
        'The session {name} is opened once in each engine from {pages}, before the first route that needs it, by requests that reach the API:',
        { name, pages: counted(pages.length, 'page') },
      ),
      ...pages.flatMap((page) =>
        (session.page ?? []).map(
          ({ method, path }) =>
            `  ${method} ${path} ${inRow([say('from {origin}', { origin: page }), 'credentials "include"', say('sent')])}`,
        ),
      ),
    ];
  });
}

/** Reports whether another request may say what this one comes to. */
const mayBeSpared = ({ unlessRefused }: PlannedProbe): boolean => unlessRefused !== null;

/** Shows a probe in one line. Values of headers and of the query may be secrets, so names alone are shown. */
function inOneLine(probe: PlannedProbe): string {
  const { page, request, follows, turn } = probe;
  const url = request.url.replace(/\?.*$/, '?…');
  const details = [
    say('from {origin}', { origin: page.opaque ? 'null' : page.origin }),
    ...(request.api === 'fetch' ? [] : [say('by {api}', { api: request.api })]),
    ...(request.headers.length > 0
      ? [say('with {names}', { names: request.headers.map(([name]) => name).join(', ') })]
      : []),
    ...(request.credentialsMode === 'same-origin' ? [] : [`credentials "${request.credentialsMode}"`]),
    ...(request.mode === 'cors' ? [] : [`mode "${request.mode}"`]),
    ...(mayBeSpared(probe) ? [say('unless refused without them')] : []),
    ...(follows === null && turn !== 'end' && request.reconnects !== true ? [] : [say('again')]),
    ...(request.held ? [say('held')] : isRepeatable(probe) ? [] : [say('sent')]),
  ];
  return `${request.method} ${url} ${inRow(details)}`;
}
