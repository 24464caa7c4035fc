import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { definitionOf, type DiagnosisId, type Severity } from '../../src/diagnoses/vocabulary.ts';
import type { Level, Report, ReportFix, Verdict } from '../../src/model.ts';
import { setLevelOf, levelOf } from '../../src/baseline/level.ts';
import { acceptanceOf, acceptanceText } from '../read/accepted.ts';
import { byCheck, checkKey, enginesOf, type ByCheck } from '../read/by-engine.ts';
import { scopeNote } from '../read/engine-scope.ts';
import { fixesById, highestSeverity } from '../read/findings.ts';
import { fixLabel, fixTitle } from '../words/fix-wording.ts';
import { defineFormat } from '../format.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { patternRemarks } from '../read/remarks.ts';
import { inconclusive } from '../read/unjudged.ts';
import { visible } from '../words/visible-text.ts';
import { andDetail, kindLabel } from '../words/wording.ts';

/**
 * For code scanning: one result per finding of a check, whatever the engines, one rule per diagnosis, one notification per
 * check without an answer.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export default defineFormat({
  id: 'sarif',
  isForPrograms: true,
  fileName: 'report.sarif.json',
  render: (report) => `${JSON.stringify(toLog(report), null, 2)}\n`,
});

type Found = Verdict & { readonly diagnosis: DiagnosisId };

function toLog(report: Report): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [toRun(report)],
  };
}

function toRun(report: Report): Run {
  const found = report.verdicts.filter(isFound);
  const checks = byCheck(report.verdicts);
  const fixes = fixesById(report);
  const acceptance = acceptanceOf(report);
  const reasonsOf = (verdict: Verdict): readonly string[] => {
    const accepted = acceptance(verdict);
    return [
      ...(accepted === null ? [] : [acceptanceText(accepted)]),
      ...[setLevelOf(verdict, report.levels)?.reason ?? []].flat(),
    ];
  };
  const ruleIds = [...new Set(found.map(({ diagnosis }) => diagnosis))].sort();
  return {
    tool: {
      driver: { name: report.tool.name, version: visible(report.tool.version), rules: ruleIds.map(toRule) },
    },
    invocations: [
      {
        // "Successful" is about the run, not about what it found: every planned check has an answer.
        executionSuccessful: report.totals.inconclusive === 0 && report.gate.planned > 0,
        toolExecutionNotifications: [
          ...inconclusive(report).map((verdict) => ({
            level: 'error' as const,
            message: { text: `${requestOf(verdict)}: ${visible(verdict.seen)}` },
          })),
          ...patternRemarks(report).map((text) => ({
            level: 'note' as const,
            message: { text: visible(text) },
          })),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: groupBy(found, (verdict) => `${checkKey(verdict)} ${verdict.diagnosis}`).map((verdicts) => ({
      ...toResult(
        verdicts,
        ruleIds.indexOf(verdicts[0].diagnosis),
        checks,
        fixText(fixes.get(verdicts[0].id)),
      ),
      level: levels[levelOf(verdicts[0], report.levels)],
      ...suppressedBy(reasonsOf(verdicts[0])),
    })),
  };
}

/** Returns what keeps a finding that is accepted or off from being an open alert. */
const suppressedBy = (reasons: readonly string[]): Pick<Result, 'suppressions'> =>
  reasons.length === 0
    ? {}
    : {
        suppressions: reasons.map((reason) => ({
          kind: 'external',
          status: 'accepted',
          justification: visible(reason),
        })),
      };

const levels = { error: 'error', warn: 'warning', off: 'note' } as const satisfies Record<
  Level,
  Result['level']
>;

function isFound(verdict: Verdict): verdict is Found {
  return verdict.status === 'violates' && verdict.diagnosis !== null;
}

function toRule(id: DiagnosisId): ReportingDescriptor {
  const { kind, severity, owner, spec, seen, why, remedy } = definitionOf(id);
  return {
    id,
    shortDescription: { text: `${kindLabel(kind)}: ${id}` },
    fullDescription: { text: why },
    help: { text: `${seen} ${why} ${remedy}` },
    helpUri: spec,
    defaultConfiguration: { level: kind === 'hazard' ? 'warning' : 'error' },
    properties: {
      tags: ['cors', 'security', kind],
      precision: 'very-high',
      'problem.severity': kind === 'hazard' ? 'warning' : 'error',
      'security-severity': securitySeverities[severity],
      owner,
    },
  };
}

/** In the bands by which code scanning sorts: above 9 critical, from 7 high, from 4 medium. */
const securitySeverities = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
} as const satisfies Record<Severity, string>;

/** Returns what a reviewer is told beside the remedy. SARIF's own fixes replace a region of a file, unknown here. */
function fixText(fix: ReportFix | undefined): string | null {
  return fix === undefined ? null : `${fixLabel(fix)} of report.md, ${fixTitle(fix)}`;
}

/** Returns one engine's proof, which speaks for the check, as the others try none. */
function proofOf(verdicts: readonly Verdict[]): Verdict['proof'] {
  const proofs = verdicts.flatMap(({ proof }) => proof ?? []);
  return proofs.find(({ outcome }) => outcome !== 'not-tried') ?? proofs[0] ?? null;
}

function toResult(
  verdicts: readonly [Found, ...Found[]],
  ruleIndex: number,
  checks: ByCheck,
  fix: string | null,
): Result {
  const [verdict] = verdicts;
  const note = scopeNote(verdicts, checks);
  const proof = proofOf(verdicts);
  const { diagnosis, seen, remedy, fingerprint, owner } = verdict;
  const sentences = [seen, remedy, ...(proof === null ? [] : [proof.said])].map(visible);
  return {
    ruleId: diagnosis,
    ruleIndex,
    kind: 'fail',
    message: { text: `${requestOf(verdict)}${note === '' ? '' : ` ${note}`}: ${sentences.join(' ')}` },
    locations: [
      {
        // The fault is on a server; the file that a reviewer has is the policy that the server broke.
        physicalLocation: {
          artifactLocation: { uri: 'cors.policy.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { name: visible(verdict.route), fullyQualifiedName: requestOf(verdict), kind: 'resource' },
        ],
      },
    ],
    partialFingerprints: { 'corsConformance/v1': visible(fingerprint) },
    properties: {
      severity: highestSeverity(verdicts),
      owner,
      origin: visible(verdict.origin),
      originRole: verdict.originRole,
      engines: enginesOf(verdicts),
      ...(proof === null ? {} : { proof: proof.outcome }),
      ...(fix === null ? {} : { fix: visible(fix) }),
    },
  };
}

function requestOf(verdict: Verdict): string {
  const { method, url, origin, credentialsMode } = verdict;
  return visible(
    `${method} ${url} from ${origin} with credentials mode "${credentialsMode}"${andDetail(verdict)}`,
  );
}
