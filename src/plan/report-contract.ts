import { deflateSync, inflateSync } from 'node:zlib';
import type { FixValues, StackId } from '../fix/fix.ts';
import type { DatedAcceptance } from '../baseline/acceptance.ts';
import type { Word } from '../words/say.ts';
import { cutVerdict } from './cut-verdict.ts';
import { sayOnce, type SaidVerdicts } from './said-once.ts';
import type { CheckKind, CredentialsMode, EngineId, OriginRole, SetLevel, Verdict } from '../model.ts';

/** One check that a target test promises to make; it owes the run one verdict with the same `id`. */
export interface PlannedCheck {
  /** The `id` of the verdict to come: unique in a run, so over engines too, and the same in every run. */
  readonly id: string;
  /**
   * Where the check stands in the whole plan, counted over every test of the run. The report is in this
   * order, so that workers and shards cannot change it. Two engines may use the same positions.
   */
  readonly position: number;
  readonly check: CheckKind;
  /** The route's path as the policy writes it. */
  readonly route: string;
  readonly origin: string;
  readonly originRole: OriginRole;
  readonly method: string;
  readonly credentialsMode: CredentialsMode;
  readonly detail: Verdict['detail'];
  readonly url: string;
}

/** The route under which what is answered to an unknown path is reported. */
export const unknownRoute = '(unknown path)';

/** What a fix of a route's server is made of, if one is needed. */
export interface PlannedFix {
  /** `null`: not named, so that it is guessed. */
  readonly stack: StackId | null;
  /** Where the server is and where it listens is nothing that a policy says. */
  readonly values: Omit<FixValues, 'backend' | 'port'> & {
    /** Patterns of origins that may read as well, of which `origins` holds the samples; absent: none. */
    readonly patterns?: readonly Pick<PlannedPattern, 'pattern' | 'expression'>[];
  };
}

/** A pattern by which a route trusts origins, and what reports say of it. */
export interface PlannedPattern {
  readonly pattern: string;
  /** The origins that stand for all that it covers. */
  readonly sample: readonly string[];
  /** The same as a regular expression with both of its ends. */
  readonly expression: string;
  /** What its star stands in front of, or whose port is any. */
  readonly host: string;
  readonly isAnyName: boolean;
  readonly isAnyPort: boolean;
}

/** What one target test promises. It is declared with the test, so a test that never runs is still counted. */
export interface TestPlan {
  readonly target: string;
  readonly failOn: 'error' | 'warn';
  /** All that the policy says of diagnoses, the same in the plan of every test. Absent: nothing. */
  readonly levels?: readonly SetLevel[];
  /**
   * `null`: that of the Playwright project which the test runs in (`use.corsEngine`). The ids of the checks then
   * name no engine, and the verdicts' ids are theirs with the engine's in front.
   */
  readonly engine: EngineId | null;
  /** All routes of the policy in its order, the same in the plan of every test. */
  readonly routes: readonly {
    readonly path: string;
    readonly methods: readonly string[];
    /** That of `policyFile` that says the path; absent where none does. */
    readonly line?: number;
  }[];
  /** The policy, from the folder of the repository; absent where variables describe it. */
  readonly policyFile?: string;
  /** The checks of this test alone. */
  readonly checks: readonly PlannedCheck[];
  /**
   * What `cors.baseline.json` says of the test's route; in the first test also of routes that the policy does not have.
   * Absent: there is no such file.
   */
  readonly baseline?: readonly DatedAcceptance[];
  /** The patterns by which its route trusts origins; absent: none. */
  readonly patterns?: readonly PlannedPattern[];
  /** What would cure their violations; `null` where no file is printed: for a public route, "*" is enough. */
  readonly fix: PlannedFix | null;
}

/** The content of the attachment that a target test leaves. */
export type VerdictsAttachment = SaidVerdicts;

/** Playwright's HTML report hides types that begin with an underscore. */
export const planAnnotationType = '_cors-conformance:plan';
export const findingAnnotationType = 'cors-conformance';
export const verdictsAttachmentName = 'cors-conformance.json';

/**
 * Returns the annotation that makes a test a target test: `test(title, { annotation: planAnnotation(plan) }, …)`.
 * It is deflated, as every reporter that prints annotations carries it along.
 */
export function planAnnotation(plan: TestPlan): { type: string; description: string } {
  return { type: planAnnotationType, description: deflateSync(JSON.stringify(plan)).toString('base64') };
}

/** Returns the JSON text of the plan in an annotation's description: the empty string, which is no JSON, if there is none. */
export function planText(description: string): string {
  try {
    return inflateSync(Buffer.from(description, 'base64')).toString('utf8');
  } catch {
    return '';
  }
}

/** Returns the two arguments of `testInfo.attach`: `await testInfo.attach(...verdictsAttachment(verdicts))`. */
export function verdictsAttachment(
  verdicts: readonly Verdict[],
): [name: string, options: { body: string; contentType: string }] {
  const content: VerdictsAttachment = sayOnce(verdicts.map((verdict) => cutVerdict(verdict)));
  return [verdictsAttachmentName, { body: JSON.stringify(content), contentType: 'application/json' }];
}

/** How a step of a target test begins that waits because the API limits requests. */
export const limitStep = 'the API limits requests' satisfies Word;

/** The annotation of a test that plays a case of the catalogue. */
export const caseAnnotationType = '_cors-conformance:case';

/** Returns the annotation by which the summary counts how many cases hold in an engine. */
export const caseAnnotation = (id: string): { type: string; description: string } => ({
  type: caseAnnotationType,
  description: id,
});

/** Returns `, unauthenticated`, to follow what names a request; the empty string if nothing tells it from others. */
export const andDetail = ({ detail }: Pick<Verdict, 'detail'>): string =>
  detail === '' ? '' : `, ${detail}`;

/**
 * Returns the annotation that carries a finding into reporters that are not ours, as a property in JUnit for
 * example; null if the verdict holds no finding. Push it to `testInfo.annotations`.
 */
export function findingAnnotation(verdict: Verdict): { type: string; description: string } | null {
  if (verdict.status !== 'violates' || verdict.diagnosis === null) return null;
  const { diagnosis, severity, method, route, origin, credentialsMode } = verdict;
  return {
    type: findingAnnotationType,
    description: `${diagnosis} (${severity ?? 'unrated'}): ${method} ${route} from ${origin}, credentials mode "${credentialsMode}"${andDetail(verdict)}`,
  };
}
