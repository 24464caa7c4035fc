import { createHash } from 'node:crypto';
import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { usualLevel } from '../../src/baseline/level.ts';
import {
  definitionOf,
  isDiagnosisId,
  type DiagnosisId,
  type Severity,
} from '../../src/diagnoses/vocabulary.ts';
import type { Level, Report, ReportFix, Verdict } from '../../src/model.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { defineFormat } from '../format.ts';
import { acceptanceText } from '../read/accepted.ts';
import { enginesOf } from '../read/by-engine.ts';
import { scopeNote } from '../read/engine-scope.ts';
import { findingsOf, type Finding } from '../read/findings.ts';
import { placesIn } from '../read/place.ts';
import { appRemarks, patternRemarks } from '../read/remarks.ts';
import { inconclusive } from '../read/unjudged.ts';
import { fixLabel, fixTitle } from '../words/fix-wording.ts';
import { findingWords, paragraphOf, titleOf } from '../words/finding-words.ts';
import { visible } from '../words/visible-text.ts';
import { andDetail, counted, kindLabel } from '../words/wording.ts';

/**
 * For code scanning: one result for each finding, whatever the pages and the engines, one rule for each diagnosis, one
 * notification for each reason why checks have no answer.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export default defineFormat({
  id: 'sarif',
  isForPrograms: true,
  fileName: 'report.sarif.json',
  render: (report) => `${JSON.stringify(toLog(report), null, 2)}\n`,
});

/** Code scanning shows no more of a run, and refuses more than 25,000. */
const mostResults = 5000;
/** Origins and notifications are there to be read. */
const mostNamed = 20;

type Found = Finding & { readonly name: DiagnosisId };

function toLog(report: Report): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [toRun(report)],
  };
}

function toRun(report: Report): Run {
  const { violations, hazards, accepted, off } = findingsOf(report);
  const all = [...violations, ...hazards, ...accepted, ...off].filter(isFound);
  const found = all.slice(0, mostResults);
  const ruleIds = [...new Set(found.map(({ name }) => name))].sort();
  const placeOf = placesIn(report);
  const prints = new Map<string, number>();
  return {
    tool: {
      driver: { name: report.tool.name, version: visible(report.tool.version), rules: ruleIds.map(toRule) },
    },
    invocations: [
      {
        // "Successful" is about the run, not about what it found: every planned check has an answer.
        executionSuccessful: report.totals.inconclusive === 0 && report.gate.planned > 0,
        toolExecutionNotifications: [...unanswered(report), ...leftOut(all.length), ...remarks(report)],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: found.map((finding) => ({
      ...toResult(finding, placeOf(finding.route)),
      ruleIndex: ruleIds.indexOf(finding.name),
      partialFingerprints: { primaryLocationLineHash: lineHash(finding, prints) },
      ...suppressedBy(finding),
    })),
  };
}

const isFound = (finding: Finding): finding is Found => isDiagnosisId(finding.name);

/** Returns one notification for each reason why checks have no answer. */
function unanswered(report: Report): readonly Notification[] {
  const groups = groupBy(inconclusive(report), ({ route, seen }) => JSON.stringify([route, seen]));
  const told = groups.slice(0, mostNamed).map((group): Notification => {
    const [verdict] = group;
    const others = group.length > 1 ? `, and ${counted(group.length - 1, 'more request')}` : '';
    return {
      level: 'error',
      message: { text: `${requestOf(verdict)}${others}: ${visible(verdict.seen)}` },
    };
  });
  const left = groups.length - told.length;
  return left === 0
    ? told
    : [
        ...told,
        {
          level: 'error',
          message: { text: `${left} more reasons are in report.json: cut here to ${mostNamed}.` },
        },
      ];
}

const leftOut = (found: number): readonly Notification[] =>
  found <= mostResults
    ? []
    : [
        {
          level: 'warning',
          message: {
            text: `${found - mostResults} of ${found} findings are in report.json alone: code scanning shows ${mostResults}, and these are the worst.`,
          },
        },
      ];

const remarks = (report: Report): readonly Notification[] =>
  [...patternRemarks(report), ...appRemarks(report)].map((text) => ({
    level: 'note',
    message: { text: visible(text) },
  }));

/** Returns what keeps a finding that is accepted or off from being an open alert. */
function suppressedBy({ acceptances, offReasons }: Finding): Pick<Result, 'suppressions'> {
  const reasons = [...acceptances.map(acceptanceText), ...offReasons];
  if (reasons.length === 0) return {};
  return {
    suppressions: reasons.map((reason) => ({
      kind: 'external',
      status: 'accepted',
      justification: visible(reason),
    })),
  };
}

/** Returns what code scanning knows a finding by: its diagnosis and route, and its number where several have both. */
function lineHash({ name, route }: Finding, prints: Map<string, number>): string {
  const key = JSON.stringify([name, route]);
  const number = (prints.get(key) ?? 0) + 1;
  prints.set(key, number);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 16)}:${number}`;
}

const levels = { error: 'error', warn: 'warning', off: 'note' } as const satisfies Record<
  Level,
  Result['level']
>;

function toRule(id: DiagnosisId): ReportingDescriptor {
  const { kind, severity, owner, spec, seen, why, remedy } = definitionOf(id);
  const words = id.split('-');
  const level = levels[usualLevel({ kind })];
  return {
    id,
    name: words.map(capital).join(''),
    shortDescription: { text: `${capital(words.join(' '))} (${kindLabel(kind)})` },
    fullDescription: { text: named(why) },
    help: {
      text: [seen, why, remedy].map(named).join(' '),
      markdown: [
        `**Seen:** ${italic(seen)}`,
        `**Why it matters:** ${italic(why)}`,
        `**What to do:** ${italic(remedy)}`,
        `[The standard](${spec})`,
      ].join('\n\n'),
    },
    helpUri: spec,
    defaultConfiguration: { level },
    properties: {
      tags: ['cors', 'security', kind],
      precision: 'very-high',
      'problem.severity': level,
      'security-severity': securitySeverities[severity],
      owner,
    },
  };
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** What placeholders stand for, where nothing fills them. */
const standFor: Readonly<Record<string, string>> = {
  origin: 'the origin',
  url: 'the URL',
  method: 'the method',
  names: 'the names',
  value: 'the value',
  status: 'the status',
};

const named = (sentence: string): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => standFor[name] ?? name);
const italic = (sentence: string): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => `_${standFor[name] ?? name}_`);

/** In the bands by which code scanning sorts: above 9 critical, from 7 high, from 4 medium. */
const securitySeverities = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
} as const satisfies Record<Severity, string>;

/** Returns what a reviewer is told beside the remedy. SARIF's own fixes replace a region of a file, unknown here. */
const fixText = (fix: ReportFix): string => `${fixLabel(fix)} of report.md, ${fixTitle(fix)}`;

/** Returns one engine's proof, which speaks for the check, as the others try none. */
function proofOf(verdicts: readonly Verdict[]): Verdict['proof'] {
  const proofs = verdicts.flatMap(({ proof }) => proof ?? []);
  return proofs.find(({ outcome }) => outcome !== 'not-tried') ?? proofs[0] ?? null;
}

function toResult(finding: Found, place: { readonly path: string; readonly line: number }): Result {
  const { example, verdicts, checks, severity, owner, route, name, level, fix } = finding;
  const words = findingWords(finding);
  const note = scopeNote(verdicts, checks);
  const proof = proofOf(verdicts);
  const origins = [...new Set(verdicts.map(({ origin }) => visible(origin)))];
  return {
    ruleId: name,
    kind: 'fail',
    level: levels[level],
    message: {
      text: visible(
        `${titleOf(words)}${note === '' ? '' : ` ${note}`}: ${paragraphOf(words)} ${requestOf(example)}.`,
      ),
    },
    locations: [
      {
        // The fault is on a server; the file that a reviewer has is the policy that the server broke.
        physicalLocation: {
          artifactLocation: { uri: uriOf(place.path), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line },
        },
        logicalLocations: [
          { name: visible(route), fullyQualifiedName: requestOf(example), kind: 'resource' },
        ],
      },
    ],
    properties: {
      severity,
      owner,
      origins: origins.slice(0, mostNamed),
      engines: enginesOf(verdicts),
      ...(proof === null ? {} : { proof: proof.outcome }),
      ...(fix === null ? {} : { fix: visible(fixText(fix)) }),
    },
  };
}

/** Returns the relative reference of a path: what of it a URI cannot hold, or would read as its own, is percent-encoded. */
const uriOf = (path: string): string => visible(path).split('/').map(encodeURIComponent).join('/');

function requestOf(verdict: Verdict): string {
  const { method, url, origin, credentialsMode } = verdict;
  return visible(
    `${method} ${url} from ${origin} with credentials mode "${credentialsMode}"${andDetail(verdict)}`,
  );
}
