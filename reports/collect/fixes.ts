import {
  FixValueError,
  curingRole,
  stacks,
  type FixValues,
  type PrintableFix,
  type StackId,
} from '../../src/fix/fix.ts';
import type { OneFix } from '../../src/fix/hints.ts';
import { isOfApi, printFix, standIns } from '../../src/fix/print.ts';
import type { FixFile, ReportFix } from '../../src/model.ts';
import type { PlannedFix, TestPlan } from '../../src/plan/report-contract.ts';
import { allows } from '../../src/responder/cors-layer.ts';
import { isDoubled } from '../../src/responder/cure.ts';
import { guessStack, isOfNoStack, type StackGuess } from '../../src/responder/guess-stack.ts';
import { failedOf, type Told } from '../../src/responder/say-responders.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { mergedValues, readersKey, type Promised } from './merged-values.ts';
import type { ReadTest } from './target-tests.ts';
import { say } from '../../src/words/say.ts';

/**
 * Returns the fixes of a report: one for all violations whose responses the same stack makes, of all routes that the same
 * pages may read. Pure.
 * `told` are the verdicts of the report, with who answered; `library` is every fix that can be printed.
 */
export function reportFixes(
  tests: readonly ReadTest[],
  told: readonly Told[],
  library: readonly PrintableFix[],
): readonly ReportFix[] {
  const placed = new Map(told.map((one, position) => [one.verdict.id, { ...one, position }]));
  const wanted = tests.flatMap(({ plan: { fix, checks } }) =>
    checks.flatMap(({ id }) => {
      const one = placed.get(id);
      const role = one === undefined ? null : curedAs(one);
      if (fix === null || one === undefined || role === null) return [];
      const made = madeBy(fix, one, filesOf(role, library));
      if (made === 'none' || !isShown(one, made)) return [];
      return [{ ...one, fix, made, role }];
    }),
  );
  const answers = told.flatMap(({ verdict }) => verdict.exchanges.map(({ response }) => response));
  const sendsCors = answers.some((response) => response !== null && allows(response.headers));
  const promised = tests
    .map(({ plan }) => plan)
    .sort(byPosition)
    .flatMap(promisedBy);
  return groupBy(
    wanted.sort((a, b) => a.position - b.position),
    ({ fix: { values }, made, role }) => JSON.stringify([readersKey(values), made?.stacks, role]),
  ).map((group, index) => {
    const [{ fix, made, role }] = group;
    const { values, notes } = mergedValues(fix.values, role === 'api' ? promised : promised.map(ofOrigins));
    const shown = group.flatMap(({ shownBy }) => shownBy ?? []);
    const files = filesOf(role, library);
    const printed = sendsCors ? replacing(files) : files;
    return {
      id: `fix-${index + 1}`,
      ...said(made),
      routes: [...new Set(group.map(({ verdict }) => verdict.route))],
      verdicts: group.map(({ verdict }) => verdict.id),
      ...(notes.length === 0 ? {} : { notes }),
      ...filesFor(made, { ...values, ...standIns }, shown.length === 0 ? printed : only(shown, printed)),
    };
  });
}

const byPosition = ({ checks: [one] }: TestPlan, { checks: [other] }: TestPlan): number =>
  (one?.position ?? 0) - (other?.position ?? 0);

const promisedBy = ({ checks: [check], fix }: TestPlan): readonly Promised[] =>
  check === undefined ? [] : [{ route: check.route, values: fix?.values ?? null }];

type CuringRole = NonNullable<ReturnType<typeof curingRole>>;

/** Returns whose files cure a violation; `null` if none do. */
const curedAs = ({ hasFile, verdict: { status, diagnosis } }: Told): CuringRole | null =>
  hasFile && status === 'violates' && diagnosis !== null ? curingRole(diagnosis) : null;

/** Returns the files that a report may print for what those of `role` cure. */
const filesOf = (role: CuringRole, library: readonly PrintableFix[]): readonly PrintableFix[] =>
  library.filter((fix) => (fix.role === 'websocket') === (role === 'websocket'));

/** Returns what a server of WebSockets has to know of a promise: nothing but who may read. */
const ofOrigins = ({ route, values }: Promised): Promised => ({
  route,
  values:
    values === null
      ? null
      : {
          ...values,
          methods: [],
          requestHeaders: [],
          exposedHeaders: [],
          maxAgeSeconds: null,
          credentials: false,
        },
});

/** Reports whether one of the files that show the cure is of what made the response. */
const isShown = ({ shownBy }: Told, made: MadeBy | null): boolean =>
  shownBy === null || shownBy.some(({ stack }) => made?.stacks.includes(stack) !== false);

/** Returns `fixes` of `library`, each to be shown first: each is whole, so that what shows one cure is for all others as well. */
const only = (fixes: readonly OneFix[], library: readonly PrintableFix[]): readonly PrintableFix[] =>
  library
    .filter(({ stack, variant }) => fixes.some((one) => one.stack === stack && one.variant === variant))
    .map((fix) => ({ ...fix, preferred: true }));

/** Whose files cure a violation: one stack's, or those of several that run on the server that `hint` names. */
interface MadeBy {
  readonly stacks: readonly [StackId, ...StackId[]];
  /** The response header line that it is guessed from; `null`: the policy names it. */
  readonly hint: string | null;
}

/**
 * Returns whose files cure a violation: the software's that made the response, where its own lines show it, or else the
 * policy's. `none`: of what made it there is no file. `null`: nobody knows.
 */
function madeBy(
  { stack: inPolicy }: PlannedFix,
  { verdict, responder }: Told,
  library: readonly PrintableFix[],
): MadeBy | 'none' | null {
  // Of what stands in front of a server of WebSockets there may be no file for those.
  const stack = library.some((fix) => fix.stack === inPolicy) ? inPolicy : null;
  const answers = new Set(library.filter(isOfApi).map((fix) => fix.stack));
  const guessed = (guess: StackGuess): MadeBy =>
    stack !== null && guess.stacks.includes(stack) ? named(stack) : guess;
  if (responder?.kind === 'proxy' || responder?.kind === 'authorizer') {
    const own = responder.guess;
    return own === null || !own.stacks.every((one) => answers.has(one)) ? 'none' : guessed(own);
  }
  const failed =
    verdict.diagnosis === null ? undefined : failedOf(verdict.diagnosis, verdict.exchanges)?.response;
  if (isDoubled(verdict.diagnosis)) {
    // Only what is in front can take away what comes from behind it; another file of the application adds nothing new.
    const all = replacers(library);
    const inFront = guessStack(failed?.headers ?? [], all);
    if (inFront !== null) return guessed(inFront);
    return stack !== null && all.has(stack) ? named(stack) : 'none';
  }
  if (responder?.isBeside === true && responder.guess !== null) {
    return guessed(responder.guess);
  }
  if (stack !== null) return named(stack);
  const guess = guessStack(failed?.headers ?? [], answers);
  if (responder?.kind !== 'application' && responder?.kind !== 'error path') {
    return guess === null && isOfNoStack(failed?.headers ?? []) ? 'none' : guess;
  }
  const own = responder.guess?.stacks.every((one) => answers.has(one)) === true ? responder.guess : null;
  // Named, and it has no file: those of others cure nothing, unless an API may be behind it.
  if (guess === null)
    return own ?? (responder.guess === null || responder.kind === 'error path' ? 'none' : null);
  // What made an error says more than the server, or the framework below, that it runs on.
  const isNearer =
    own?.stacks.length === 1 &&
    (responder.kind === 'error path' || (guess.stacks.length > 1 && guess.stacks.includes(own.stacks[0])));
  return isNearer ? own : guess;
}

const named = (stack: StackId): MadeBy => ({ stacks: [stack], hint: null });

/** Returns what a report says of whose files they are. */
function said(made: MadeBy | null): Pick<ReportFix, 'stack' | 'among'> {
  if (made === null) return { stack: null };
  const { stacks: ids, hint } = made;
  const [id, ...others] = ids;
  if (others.length > 0 && hint !== null) {
    return { stack: null, among: { stacks: ids.map((one) => stacks[one].name), hint } };
  }
  return { stack: { id, name: stacks[id].name, from: hint === null ? 'policy' : 'guess', hint } };
}

/** Reports whether a file takes away the CORS headers of what it stands in front of. */
const replaces = ({ backend }: PrintableFix): boolean => backend === 'own-cors';

const replacers = (library: readonly PrintableFix[]): ReadonlySet<StackId> =>
  new Set(library.filter(replaces).map(({ stack }) => stack));

/**
 * Returns `library` for an API that sends CORS headers itself: of a proxy, the files alone that replace these, as others
 * would add a second line.
 */
function replacing(library: readonly PrintableFix[]): readonly PrintableFix[] {
  return library.flatMap((fix) => {
    const all = library.filter(({ stack }) => stack === fix.stack);
    if (!all.some(replaces)) return [fix];
    if (fix.backend === 'silent') return [];
    const isFirst = all.find(replaces) === fix;
    return [{ ...fix, preferred: isFirst }];
  });
}

/** Returns every file of a known stack, and otherwise one of each that it may be. */
function filesFor(
  made: MadeBy | null,
  values: FixValues,
  library: readonly PrintableFix[],
): Pick<ReportFix, 'files' | 'problems'> {
  const known = made?.stacks.length === 1 ? made.stacks[0] : null;
  const printed =
    known === null
      ? library.filter((fix) => isOfApi(fix) && fix.preferred && made?.stacks.includes(fix.stack) !== false)
      : library
          .filter((fix) => fix.stack === known)
          .sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const files: FixFile[] = [];
  const problems: string[] = [];
  for (const fix of printed) {
    try {
      files.push(printFix(fix, values));
    } catch (error) {
      if (!(error instanceof FixValueError)) throw error;
      problems.push(
        say('No file for {stack}, {variant}: {problems}', {
          stack: stacks[fix.stack].name,
          variant: fix.variant,
          problems: error.problems.join(' '),
        }),
      );
    }
  }
  return { files, problems };
}
