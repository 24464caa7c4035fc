import type { Report, Verdict } from '../../src/model.ts';
import {
  consoleTextsOf,
  correctionsOf,
  findingsByRoute,
  findingsOf,
  occurrencesOf,
  type Finding,
} from '../read/findings.ts';
import { engineList, enginesOf } from '../read/by-engine.ts';
import { scopeNote, scopeText } from '../read/engine-scope.ts';
import { everybodyText, firstFew, onlyIn, roleCounts } from '../read/first-few.ts';
import { fixLabel, fixTitle } from '../words/fix-wording.ts';
import { defineFormat } from '../format.ts';
import { disagreementsTable } from '../markdown/disagreements.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { outcomesOf } from '../read/outcome.ts';
import { acceptanceText, unacceptedTotals } from '../read/accepted.ts';
import { remarksOf } from '../read/remarks.ts';
import { inconclusive, notJudged } from '../read/unjudged.ts';
import { fixBlocks } from '../markdown/fixes.ts';
import { cellCode, code, codeBlock, plain } from '../words/markdown-text.ts';
import { proofsOf, proofText } from '../read/proofs.ts';
import { routeReadings, type Reading, type RouteReading } from '../read/reading.ts';
import { methodTexts } from '../read/statuses.ts';
import {
  andDetail,
  counted,
  engineNames,
  engineText,
  kindLabels,
  ranText,
  roleLabels,
  whoAnswered,
  whoChanges,
} from '../words/wording.ts';

/** For pull requests, issues and job summaries: GitHub's Markdown. */
export default defineFormat({ id: 'markdown', fileName: 'report.md', render });

function render(report: Report): string {
  const { violations, hazards, accepted } = findingsOf(report);
  const findings = [...violations, ...hazards, ...accepted];
  return `${[
    head(report),
    routesTable(report, findings),
    ...section('Violations', violations.map(findingBlock)),
    ...section(
      `Hazards: they ${report.gate.failOnHazards ? '' : 'do not '}fail the gate`,
      hazards.map(findingBlock),
    ),
    ...section('Accepted: known, they do not fail the gate', accepted.map(findingBlock)),
    ...section('Engines disagree', disagreementsTable(report)),
    ...section('Fixes', fixBlocks(report)),
    ...section('Inconclusive', reasonItems(inconclusive(report), report)),
    ...section('Not judged', notJudgedItems(report)),
    ...section('Held after the CORS-preflight request', heldItems(report)),
  ].join('\n\n')}\n`;
}

function head(report: Report): string {
  const { gate, totals, target, engines } = report;
  const unaccepted = unacceptedTotals(report);
  const numbers = [
    counted(unaccepted.violations, 'violation'),
    counted(unaccepted.hazards, 'hazard'),
    ...(totals.accepted > 0 ? [`${totals.accepted} accepted`] : []),
    `${totals.inconclusive} inconclusive`,
    `${totals.conforms} conform`,
    ...(totals.inapplicable > 0 ? [`${totals.inapplicable} not judged`] : []),
    `${totals.held} held`,
    ranText(gate),
  ];
  const browsers = engines.map((engine) => plain(engineText(engine))).join(', ');
  return [
    `# CORS conformance of ${code(target)}`,
    `**Gate ${gate.passed ? 'passed' : 'failed'}.** ${numbers.join(' · ')}${browsers === '' ? '' : ` · ${browsers}`}`,
    [...outcomesOf(report).map(({ text }) => text), ...gate.reasons, ...remarksOf(report)]
      .map((reason) => `- ${plain(reason)}`)
      .join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function routesTable(report: Report, findings: readonly Finding[]): string {
  const byRoute = findingsByRoute(findings);
  const rows = routeReadings(report).map((route) => {
    const own = byRoute.get(route.path) ?? [];
    const cells = [
      `${cellCode(route.path)}<br>${plain(methodTexts(route).join(', '))}`,
      readers(route),
      [route.intruders, route.excluded]
        .flatMap((readings) => firstFew(readings, (reading) => reader(reading, route)))
        .join('<br>'),
      roleCounts(route.refused).join('<br>'),
      own
        .map(
          ({ severity, name, acceptances }) =>
            `${severity} ${cellCode(name)}${acceptances.length > 0 ? ', accepted' : ''}`,
        )
        .join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Route | Readable by | Against the policy | Refused as declared | Findings |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function readers(route: RouteReading): string {
  if (route.verdicts.length === 0) return 'not checked';
  return [
    ...[everybodyText(route) ?? route.readers.map((reading) => reader(reading, route))].flat(),
    ...firstFew(route.granted, (reading) => reader(reading, route)),
  ].join('<br>');
}

function reader(reading: Reading, route: RouteReading): string {
  const { origin, role, methods } = reading;
  const notes = [
    route.intruders.includes(reading) ? 'too open' : '',
    route.excluded.includes(reading) ? 'too closed' : '',
    route.granted.includes(reading) ? 'granted, response not seen' : '',
    role === 'trusted' ? '' : roleLabels[role],
    route.methods.every((method) => methods.includes(method)) ? '' : plain(methods.join(', ')),
    onlyIn(reading),
  ].filter((note) => note !== '');
  return notes.length === 0 ? cellCode(origin) : `${cellCode(origin)} (${notes.join(', ')})`;
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
}

function findingBlock(finding: Finding): string {
  const { severity, name, kind, route, owner, example, fix } = finding;
  const answered = whoAnswered(example);
  const engines = scopeText(finding.verdicts, finding.checks);
  const consoles = consoleTextsOf(finding);
  const commands = [example.reproduce.curl, example.reproduce.fetch].filter((line) => line !== '');
  return [
    `### ${severity}: ${code(name)}${kind === null ? '' : `, ${kindLabels[kind]}`}, on ${code(route)}`,
    `- **Seen:** ${plain(example.seen)}${answered === '' ? '' : `\n- **Who answered:** ${plain(answered)}`}\n- **Why it matters:** ${plain(example.why)}\n- **What to do:** ${plain(example.remedy)}${owner === null ? '' : ` **${whoChanges(example)}**`}`,
    ...finding.acceptances.map((one) => `**Accepted until ${plain(acceptanceText(one))}**`),
    ...(finding.following.length === 0
      ? []
      : [
          finding.following
            .map(
              ({ diagnosis, seen }) => `- **With it:** ${code(diagnosis ?? 'no diagnosis')}. ${plain(seen)}`,
            )
            .join('\n'),
        ]),
    ...(engines === '' ? [] : [`**${engines.charAt(0).toUpperCase()}${engines.slice(1)}.**`]),
    `Seen for:\n\n${occurrencesOf(finding)
      .map((one) => occurrence(one, finding))
      .join('\n')}`,
    ...consoles.flatMap(({ engine, texts }) => [
      enginesOf(finding.verdicts).length === 1
        ? 'In the console:'
        : `In the console of ${engineNames[engine]}:`,
      codeBlock(texts),
    ]),
    ...correctionsOf(finding).flatMap(({ origins, lines }) =>
      groupBy(lines, ({ on }) => on).flatMap((group) => [
        `Send on the ${group[0].on === 'preflight' ? 'CORS-preflight response' : 'response'} to ${origins.map(code).join(', ')}:`,
        codeBlock(
          group.map(({ line }) => line),
          'http',
        ),
      ]),
    ),
    ...proofsOf(finding).map((proof) => `**Proof:** ${plain(proofText(proof, finding))}`),
    ...(fix === null ? [] : [`**Fix:** ${plain(`${fixLabel(fix)}, ${fixTitle(fix)}`)}, below.`]),
    ...(commands.length === 0
      ? []
      : ['See it yourself:', codeBlock(commands), ...(example.reproduce.notes ?? []).map(plain)]),
    ...(example.spec === '' ? [] : [`Standard: ${link(example.spec)}`]),
  ].join('\n\n');
}

function occurrence(
  { origin, role, verdicts }: ReturnType<typeof occurrencesOf>[number],
  { checks, verdicts: all }: Finding,
): string {
  const note = scopeNote(verdicts, checks);
  // Said once, above, where it is the same for all.
  const engines = note === '' || note === scopeNote(all, checks) ? '' : `, ${note}`;
  return `- ${code(origin)} (${roleLabels[role]}): ${[...new Set(verdicts.map(request))].join(', ')}${engines}`;
}

function request(verdict: Verdict): string {
  const { method, credentialsMode, held } = verdict;
  return `${code(method)} with credentials mode "${credentialsMode}"${held ? ', held' : ''}${plain(andDetail(verdict))}`;
}

function notJudgedItems(report: Report): readonly string[] {
  const items = reasonItems(notJudged(report), report);
  return items.length === 0 ? [] : ['This does not fail the gate.', ...items];
}

/** Returns verdicts under the reason that they give for being none. */
function reasonItems(verdicts: readonly Verdict[], { engines }: Report): readonly string[] {
  const groups = groupBy(verdicts, ({ route, seen }) => `${route}\n${seen}`);
  const items = groups.map((group) => {
    const requests = [...new Set(group.map((verdict) => `${request(verdict)} from ${code(verdict.origin)}`))];
    const where = engines.length > 1 ? ` (${engineList(enginesOf(group))})` : '';
    return `- ${code(group[0].route)}${where}: ${plain(group[0].seen)}\n${requests.map((text) => `  - ${text}`).join('\n')}`;
  });
  return items.length === 0 ? [] : [items.join('\n')];
}

function heldItems({ verdicts }: Report): readonly string[] {
  const groups = groupBy(
    verdicts.filter(({ held }) => held),
    ({ method, route }) => `${method} ${route}`,
  );
  if (groups.length === 0) return [];
  const texts = groups.map((group) => `${code(`${group[0].method} ${group[0].route}`)} × ${group.length}`);
  return [`The target never saw these requests: ${texts.join(', ')}.`];
}

/** Writes an address as a link only if it holds nothing that Markdown could read otherwise. */
function link(address: string): string {
  return /^https:\/\/[\w.-]+\/[\w./#%-]*$/.test(address) ? `<${address}>` : code(address);
}
