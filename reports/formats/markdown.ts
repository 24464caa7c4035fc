import type { Report, Verdict } from '../../src/model.ts';
import {
  consoleTextsOf,
  correctionsOf,
  findingsByRoute,
  findingsOf,
  occurrencesOf,
  type Finding,
  type Findings,
} from '../read/findings.ts';
import { engineList, enginesOf } from '../read/by-engine.ts';
import { scopeNote, scopeText } from '../read/engine-scope.ts';
import { everybodyText, firstFew, onlyIn, roleCounts } from '../read/first-few.ts';
import { fixName } from '../words/fix-wording.ts';
import { defineFormat } from '../format.ts';
import { disagreementsTable } from '../markdown/disagreements.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { outcomesOf } from '../read/outcome.ts';
import { numberTexts } from '../read/numbers.ts';
import { apartTexts, effectOf, withNote } from '../read/apart.ts';
import { remarksOf } from '../read/remarks.ts';
import { inconclusive, notJudged } from '../read/unjudged.ts';
import { fixBlocks } from '../markdown/fixes.ts';
import { cellCode, code, codeBlock, plain } from '../words/markdown-text.ts';
import { findingWords, recipientsText } from '../words/finding-words.ts';
import { routeReadings, type Reading, type RouteReading } from '../read/reading.ts';
import { methodTexts } from '../read/statuses.ts';
import { say, type Word } from '../../src/words/say.ts';
import { andDetail, asSentence, engineNames, engineText, inRow, roleLabel } from '../words/wording.ts';

/** For pull requests, issues and job summaries: GitHub's Markdown. */
export default defineFormat({ id: 'markdown', fileName: 'report.md', render: renderMarkdown });

/** Returns a report as GitHub's Markdown. */
export function renderMarkdown(report: Report): string {
  const found = findingsOf(report);
  const { violations, hazards, accepted, off } = found;
  const findings = [...violations, ...hazards, ...accepted, ...off];
  return `${[
    head(report, found),
    routesTable(report, findings),
    ...section('Violations', violations.map(findingBlock)),
    ...section(hazardTitles[effectOf(hazards, report.gate)], hazards.map(findingBlock)),
    ...section('Accepted: known, they do not fail the gate', accepted.map(findingBlock)),
    ...section('Off: the policy says why they do not fail the gate', off.map(findingBlock)),
    ...section('Engines disagree', disagreementsTable(report)),
    ...section('Fixes', fixBlocks(report)),
    ...section('Inconclusive', reasonItems(inconclusive(report), report)),
    ...section('Not judged', notJudgedItems(report)),
    ...section('Held after the CORS-preflight request', heldItems(report)),
  ].join('\n\n')}\n`;
}

const hazardTitles = {
  all: 'Hazards: they fail the gate',
  some: 'Hazards: those of level error fail the gate',
  none: 'Hazards: they do not fail the gate',
} as const;

function head(report: Report, found: Findings): string {
  const { gate, target, engines } = report;
  const numbers = numberTexts(report, found).map(([text]) => text);
  const browsers = engines.map((engine) => plain(engineText(engine))).join(', ');
  return [
    `# ${say('CORS conformance of {target}', { target: code(target) })}`,
    `**${asSentence(say(gate.passed ? 'Gate passed' : 'Gate failed'))}** ${numbers.join(' · ')}${browsers === '' ? '' : ` · ${browsers}`}`,
    [...outcomesOf(report, found).map(({ text }) => text), ...gate.reasons, ...remarksOf(report)]
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
      own.map((finding) => `${finding.severity} ${withNote(cellCode(finding.name), finding)}`).join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `| ${columns.map((title) => say(title)).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const columns = [
  'Route',
  'Readable by',
  'Against the policy',
  'Refused as declared',
  'Findings',
] as const satisfies readonly Word[];

function readers(route: RouteReading): string {
  if (route.verdicts.length === 0) return say('not checked');
  return [
    ...[everybodyText(route) ?? route.readers.map((reading) => reader(reading, route))].flat(),
    ...firstFew(route.granted, (reading) => reader(reading, route)),
  ].join('<br>');
}

function reader(reading: Reading, route: RouteReading): string {
  const { origin, role, methods } = reading;
  const notes = [
    route.intruders.includes(reading) ? say('too open') : '',
    route.excluded.includes(reading) ? say('too closed') : '',
    route.granted.includes(reading) ? say('granted, response not seen') : '',
    role === 'trusted' ? '' : roleLabel(role),
    route.methods.every((method) => methods.includes(method)) ? '' : plain(methods.join(', ')),
    onlyIn(reading),
  ].filter((note) => note !== '');
  return notes.length === 0 ? cellCode(origin) : `${cellCode(origin)} (${inRow(notes)})`;
}

function section(title: Word, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`## ${say(title)}`, ...blocks];
}

function findingBlock(finding: Finding): string {
  const { example, fix } = finding;
  const { severity, name, kind, route, count, seen, answered, why, remedy, who, proofs } =
    findingWords(finding);
  const engines = scopeText(finding.verdicts, finding.checks);
  const consoles = consoleTextsOf(finding);
  const commands = [example.reproduce.curl, example.reproduce.fetch].filter((line) => line !== '');
  return [
    `### ${severity}: ${say('{finding}, on {route}', { finding: `${code(name)}${kind === '' ? '' : `, ${kind}`}`, route: code(route) })}`,
    [
      item('Seen', plain(seen)),
      ...(answered === '' ? [] : [item('Who answered', plain(answered))]),
      item('Why it matters', plain(why)),
      item('What to do', `${plain(remedy)}${who === '' ? '' : ` **${plain(who)}**`}`),
      ...apartTexts(finding).map(([label, text]) => item(label, plain(text))),
    ].join('\n'),
    ...(finding.following.length === 0
      ? []
      : [
          finding.following
            .map(({ diagnosis, seen }) =>
              item('With it', `${code(diagnosis ?? say('no diagnosis'))}. ${plain(seen)}`),
            )
            .join('\n'),
        ]),
    ...(engines === '' ? [] : [`**${asSentence(engines)}**`]),
    `${say('{label} ({count}):', { label: say('Seen for'), count })}\n\n${occurrencesOf(finding)
      .map((one) => occurrence(one, finding))
      .join('\n')}`,
    ...consoles.flatMap(({ engine, texts }) => [
      enginesOf(finding.verdicts).length === 1
        ? say('In the console:')
        : say('In the console of {engine}:', { engine: engineNames[engine] }),
      codeBlock(texts),
    ]),
    ...correctionsOf(finding).flatMap((correction) =>
      groupBy(correction.lines, ({ on }) => on).flatMap((group) => [
        say(
          group[0].on === 'preflight'
            ? 'Send on the CORS-preflight response to {origins}:'
            : 'Send on the response to {origins}:',
          { origins: recipientsText(correction, code) },
        ),
        codeBlock(
          group.map(({ line }) => line),
          'http',
        ),
      ]),
    ),
    ...proofs.map((proof) => `**${say('{label}:', { label: say('Proof') })}** ${plain(proof)}`),
    ...(fix === null
      ? []
      : [
          `**${say('{label}:', { label: say('Fix') })}** ${say('{fix}, below.', { fix: plain(fixName(fix)) })}`,
        ]),
    ...(commands.length === 0
      ? []
      : [
          say('{label}:', { label: say('See it yourself') }),
          codeBlock(commands),
          ...(example.reproduce.notes ?? []).map(plain),
        ]),
    ...(example.spec === '' ? [] : [say('Standard: {link}', { link: link(example.spec) })]),
  ].join('\n\n');
}

const item = (label: Word, text: string): string => `- **${say('{label}:', { label: say(label) })}** ${text}`;

function occurrence(
  { origin, role, verdicts }: ReturnType<typeof occurrencesOf>[number],
  { checks, verdicts: all }: Finding,
): string {
  const note = scopeNote(verdicts, checks);
  // Said once, above, where it is the same for all.
  const engines = note === '' || note === scopeNote(all, checks) ? '' : `, ${note}`;
  return `- ${code(origin)} (${roleLabel(role)}): ${inRow([...new Set(verdicts.map(request))])}${engines}`;
}

function request(verdict: Verdict): string {
  const { method, credentialsMode, held } = verdict;
  return `${say('{method} with credentials mode "{mode}"', { method: code(method), mode: credentialsMode })}${held ? `, ${say('held')}` : ''}${plain(andDetail(verdict))}`;
}

function notJudgedItems(report: Report): readonly string[] {
  const items = reasonItems(notJudged(report), report);
  return items.length === 0 ? [] : [say('This does not fail the gate.'), ...items];
}

/** Returns verdicts under the reason that they give for being none. */
function reasonItems(verdicts: readonly Verdict[], { engines }: Report): readonly string[] {
  const groups = groupBy(verdicts, ({ route, seen }) => `${route}\n${seen}`);
  const items = groups.map((group) => {
    const requests = [
      ...new Set(
        group.map((verdict) =>
          say('{request} from {origin}', { request: request(verdict), origin: code(verdict.origin) }),
        ),
      ),
    ];
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
  return [say('The target never saw these requests: {requests}.', { requests: inRow(texts) })];
}

/** Writes an address as a link only if it holds nothing that Markdown could read otherwise. */
function link(address: string): string {
  return /^https:\/\/[\w.-]+\/[\w./#%-]*$/.test(address) ? `<${address}>` : code(address);
}
