import type * as z from 'zod';
import { acceptanceIn, failsGate, type DatedAcceptance } from '../../src/baseline/acceptance.ts';
import { isOff } from '../../src/baseline/level.ts';
import type { EngineId, Verdict } from '../../src/model.ts';
import { wholeVerdicts } from '../../src/plan/said-once.ts';
import type { TestPlan } from '../../src/plan/report-contract.ts';
import { isViolation } from '../read/verdict-kinds.ts';
import { attachmentSchema, planSchema } from '../schema.ts';
import type { Counts } from '../terminal/progress.ts';
import { visible } from '../words/visible-text.ts';
import { say } from '../../src/words/say.ts';

/** What a run kept of one test that carries a plan. */
export interface TargetTest {
  readonly title: string;
  /** The description of its plan annotation: the JSON of a `TestPlan`. */
  readonly plan: string;
  /** That of its project; a plan that names one goes before. */
  readonly engine?: EngineId;
  /** Oldest first; empty if the test was never started. */
  readonly attempts: readonly Attempt[];
}

export interface Attempt {
  /** The contents of its `cors-conformance.json` attachments: each the JSON of a `VerdictsAttachment`. */
  readonly attachments: readonly string[];
  /** A sentence, or the first line of an error, on how it ended badly; null if it did not. */
  readonly problem: string | null;
}

/** A test whose plan could be read. */
export interface ReadTest {
  readonly plan: EnginePlan;
  /** By id, from the last attempt. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Why a check without a verdict has none. */
  readonly reason: string;
}

/** A plan whose engine is known, and in the ids of its checks. */
export interface EnginePlan extends TestPlan {
  readonly engine: EngineId;
}

/** Reads each test's plan and the verdicts of its last attempt; `problems` are sentences that close the gate. */
export function readTargetTests(tests: readonly TargetTest[]): {
  readonly readable: readonly ReadTest[];
  readonly problems: readonly string[];
} {
  const results = tests.map(readTargetTest);
  return {
    readable: results.flatMap(({ test }) => (test === null ? [] : [test])),
    problems: [...new Set(results.flatMap(({ problems }) => problems))].sort(),
  };
}

/** Returns the verdicts that `attachment` holds, or null if it holds none that can be read. */
export function readAttachment(attachment: string): readonly Verdict[] | null {
  const content = parse(attachmentSchema, attachment);
  if (content === null || !('pages' in content)) return content?.verdicts ?? null;
  try {
    return wholeVerdicts(content);
  } catch {
    return null;
  }
}

/** Returns the plan in the description of a plan annotation, or null if it cannot be read. */
function readPlan(description: string): TestPlan | null {
  return parse(planSchema, description);
}

/** Reports whether the report itself says why `test` failed, so that its error need not be printed as well. */
export function reportExplains(test: TargetTest): boolean {
  const read = readTargetTest(test).test;
  if (read === null) return false;
  const { plan, verdicts } = read;
  const found = plan.checks.map(({ id }) => verdicts.get(id));
  return !found.includes(undefined) && found.some(closesGate(plan));
}

/** Returns how much of `test` has a verdict so far, and what came out: a violation that is accepted or off is none here. */
export function countsOf({ plan: description, attempts }: TargetTest): Counts {
  const verdicts = (attempts.at(-1)?.attachments ?? []).flatMap((text) => readAttachment(text) ?? []);
  const { baseline, levels = [] } = readPlan(description) ?? {};
  const acceptance = acceptanceOf(baseline);
  return {
    verdicts: verdicts.length,
    violations: verdicts.filter(
      (verdict) => isViolation(verdict) && !isOff(verdict, levels) && (acceptance(verdict)?.isOver ?? true),
    ).length,
    inconclusive: verdicts.filter(({ status }) => status === 'inconclusive').length,
  };
}

interface Result {
  readonly test: ReadTest | null;
  readonly problems: readonly string[];
}

function readTargetTest({ title, plan: description, engine, attempts }: TargetTest): Result {
  const plan = planIn(engine ?? 'chromium', readPlan(description));
  const shownTitle = visible(title);
  if (plan === null) {
    return {
      test: null,
      problems: [
        say('The plan of the test "{title}" cannot be read: declare it with planAnnotation().', {
          title: shownTitle,
        }),
      ],
    };
  }
  const last = attempts.at(-1) ?? { attachments: [], problem: say('the test was never started') };
  const contents = last.attachments.map(readAttachment);
  const damaged = contents.includes(null);
  const verdicts = new Map(contents.flatMap((content) => content ?? []).map((v) => [v.id, v]));
  const problems = [];
  if (damaged)
    problems.push(
      say('An attachment of the test "{title}" is not a list of verdicts.', { title: shownTitle }),
    );
  const explained = damaged || plan.checks.map(({ id }) => verdicts.get(id)).some(closesGate(plan));
  if (last.problem !== null && !explained) {
    problems.push(
      say('Every check of the test "{title}" has a verdict, but the test failed: {problem}', {
        title: shownTitle,
        problem: visible(last.problem),
      }),
    );
  }
  const reason = last.problem ?? say('the test ended without attaching a verdict for it');
  return { test: { plan, verdicts, reason }, problems };
}

function planIn(engine: EngineId, plan: TestPlan | null): EnginePlan | null {
  if (plan === null) return null;
  if (plan.engine !== null) return { ...plan, engine: plan.engine };
  return { ...plan, engine, checks: plan.checks.map((check) => ({ ...check, id: `${engine} ${check.id}` })) };
}

/** Returns a function that says whether a check with a verdict closes the gate by itself, which explains a failed test. */
function closesGate(plan: TestPlan): (verdict: Verdict | undefined) => boolean {
  const acceptance = acceptanceOf(plan.baseline);
  return (verdict) => verdict === undefined || failsGate(verdict, acceptance(verdict), plan);
}

const acceptanceOf = (
  baseline: readonly DatedAcceptance[] = [],
): ((verdict: Verdict) => DatedAcceptance | null) => acceptanceIn(baseline);

function parse<Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
