import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import { containsHeader } from '../fetch-standard/header-list.ts';
import { authorityOf, parseUrl } from '../fetch-standard/urls.ts';
import {
  isAlike,
  notRun,
  shownAsSeen,
  shownBy,
  shownOtherwise,
  type CurlRun,
  type Head,
} from '../judge/curl-run.ts';
import type { Judgement } from '../judge/finding.ts';
import { curlRequest, type CurlRequest } from '../judge/reproduce.ts';
import { shownOf } from '../judge/verdict.ts';
import type { HeaderList, Observation } from '../model.ts';
import { hiding, redacted } from '../words/hide-secrets.ts';
import type { DerivedCheck, RoutePlan } from '../plan/derived-check.ts';
import { isSafe } from '../plan/safe-methods.ts';
import { curlAnswer } from './curl-answer.ts';
import type { PageRun } from './page-run.ts';
import { RateLimitError } from './pace.ts';
import { literally } from '../words/literally.ts';
import { say } from '../words/say.ts';

type Judged = readonly [DerivedCheck, Judgement];

/** A curl line that is run, for all checks of a route that found the same by the same request. */
interface Line {
  readonly request: CurlRequest;
  readonly page: string;
  readonly diagnosis: DiagnosisId;
  readonly judgements: Judgement[];
}

/**
 * Runs the curl lines that the verdicts on `judged` will print, each once for those of a route that differ in the page
 * alone, and returns what came of them. Only the API's own host is asked, by safe methods, as fast as `run` allows. Where
 * an answer differs from what the browser saw, it is asked for with the browser's own header lines, to find those that
 * decide. Never rejects.
 */
export async function runCurlLines(
  plans: readonly RoutePlan[],
  judged: readonly (readonly Judged[])[],
  run: PageRun,
): Promise<ReadonlyMap<Judgement, CurlRun>> {
  const results = new Map<Judgement, CurlRun>();
  const all = plans.flatMap((plan, index) => linesOf(judged[index] ?? []).map((line) => ({ plan, line })));
  for (let begun = 0; begun < all.length; begun += run.limits.inFlight) {
    await Promise.all(
      all.slice(begun, begun + run.limits.inFlight).map(async ({ plan, line }) => {
        const result = await runLine(line, plan, run);
        for (const judgement of line.judgements) results.set(judgement, result);
      }),
    );
  }
  return results;
}

function linesOf(judged: readonly Judged[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const [check, judgement] of judged) {
    const { finding } = judgement;
    const observation: Observation | null = shownOf(judgement);
    if (finding.status !== 'violates' || observation === null) continue;
    const request = curlRequest(observation, finding.diagnosis, finding.filling.url);
    const { method, shows } = request;
    const path = parseUrl(request.url)?.pathname ?? '';
    const key = JSON.stringify([
      finding.diagnosis,
      method,
      path,
      check.credentialsMode,
      check.detail,
      shows?.purpose,
      shows?.response?.status,
    ]);
    const known = lines.get(key);
    if (known === undefined)
      lines.set(key, {
        request,
        page: observation.pageOrigin,
        diagnosis: finding.diagnosis,
        judgements: [judgement],
      });
    else known.judgements.push(judgement);
  }
  return [...lines.values()];
}

async function runLine({ request, page, diagnosis }: Line, plan: RoutePlan, run: PageRun): Promise<CurlRun> {
  const seen = request.shows?.response ?? null;
  const asked = withSecrets(request, plan);
  const why = whyNot(request, asked, plan, run);
  if (why !== null || seen === null || asked === null) return notRun(why ?? say('the browser got no answer'));
  try {
    const ask = async (more: HeaderList): Promise<Head> => {
      await run.pace.ready(1);
      const { status, headers } = await curlAnswer(asked, more, run.limits.timeoutMs);
      const hide = hiding(run.secrets);
      return { status, headers: headers.map(([name, value]) => [hide(name), hide(value)]) };
    };
    const shown = await ask([]);
    if (isAlike(shown, seen)) return shownAsSeen;
    if (isOfLimit(shown))
      return notRun(say('the API limits requests (status {status})', { status: shown.status }));
    const own = ownLines(request);
    const groups = [...deciding.map((names) => own.filter(([name]) => names.test(name))), own];
    for (const more of groups) {
      if (more.length === 0) continue;
      const again = await ask(more);
      if (isAlike(again, seen)) return shownBy(more, shown, seen, page);
    }
    return shownOtherwise(shown, seen, page, diagnosis);
  } catch (error) {
    if (error instanceof RateLimitError) return notRun(say('the time of the run was over'));
    return notRun(say('it got no answer ({code})', { code: codeOf(error) }));
  }
}

/** What an answer depends on most often, in the order in which it is tried, before all header lines of the browser. */
const deciding: readonly RegExp[] = [/^user-agent$/i, /^accept-encoding$/i, /^sec-fetch-/i, /^accept/i];

/** Returns the lines that the browser sent by itself and that the line does not have. */
function ownLines({ shows, headers }: CurlRequest): HeaderList {
  return (shows?.requestHeaders ?? []).filter(
    ([name, value]) =>
      !ofTheConnection.test(name) && !containsHeader(headers, name) && !value.includes(redacted),
  );
}

const ofTheConnection = /^(:.*|host|connection|content-length|te|origin|access-control-.*)$/i;

/** Returns why the line is not run; `null` if it is. */
function whyNot(
  request: CurlRequest,
  asked: CurlRequest | null,
  { promise }: RoutePlan,
  { authorities, pace, session }: PageRun,
): string | null {
  const { method, shows } = request;
  // A CORS-preflight request has no credentials.
  if (session !== undefined && shows?.purpose !== 'preflight')
    return say('the browser asked with a session, which curl does not have');
  if (request.isEndless) return say('its answer may go on for ever');
  if (!isSafe(method) && method !== 'OPTIONS') return say('{method} may change something', { method });
  if (shows?.response?.fromCache === true)
    return say("the browser's answer is a copy in its cache, and curl asks the API itself");
  const url = parseUrl(request.url);
  const target = parseUrl(promise.target);
  if (url === null || url.hostname !== target?.hostname || !authorities.has(authorityOf(request.url)))
    return say('it asks another host than that of the API');
  if (asked === null) return say('it needs what no report shows');
  return pace.isLate ? say('the time of the run was over') : null;
}

/** Returns `request` with the values of the plan's own requests in place of what is redacted; `null` if they are not known. */
function withSecrets(request: CurlRequest, { probes }: RoutePlan): CurlRequest | null {
  const known = probes.map((probe) => probe.request);
  const unhidden = (text: string, candidates: readonly string[]): string | null => {
    if (!text.includes(redacted)) return text;
    const pattern = new RegExp(`^${text.split(redacted).map(literally).join('.+')}$`, 's');
    return candidates.find((one) => pattern.test(one)) ?? null;
  };
  const url = unhidden(
    request.url,
    known.map((one) => one.url),
  );
  if (url === null) return null;
  const headers: (readonly [string, string])[] = [];
  for (const [name, value] of request.headers) {
    const own = known.flatMap((one) =>
      one.headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()),
    );
    const real = unhidden(
      value,
      own.map(([, one]) => one),
    );
    if (real === null) return null;
    headers.push([name, real]);
  }
  return { ...request, url, headers };
}

const isOfLimit = ({ status }: Head): boolean => status === 429 || status === 503;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : say('no reason is known');
