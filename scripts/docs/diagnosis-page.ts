import { cases } from '../../fixtures/cases.ts';
import { departures } from '../../fixtures/departures.ts';
import { engines } from '../../fixtures/engines.ts';
import { isRefusal } from '../../src/catalogue/announced.ts';
import { definitionOf, diagnoses, type DiagnosisId } from '../../src/diagnoses/vocabulary.ts';
import type { MisconfigurationCase } from '../../src/catalogue/case.ts';
import { promisedOf } from '../../src/catalogue/promised.ts';
import type { Fix } from '../../src/fix/fix.ts';
import { exchangeText } from './exchange-text.ts';
import { fixSection } from './fix-section.ts';
import { escaped, inItalics } from './markdown.ts';
import { crossSitePostSections, isSessionFault, sessionSections } from './session-sections.ts';

export const diagnosisIds = Object.keys(diagnoses).filter((id): id is DiagnosisId =>
  Object.hasOwn(diagnoses, id),
);

/** Returns the text of `docs/diagnoses/<id>.md`. */
export function diagnosisPage(id: DiagnosisId, fixes: readonly Fix[]): string {
  const { kind, severity, owner, seen, why, remedy, spec } = definitionOf(id);
  const own = cases.filter(({ expected }) => expected.diagnosis === id);
  const shown = own.find((one) => one.id === id) ?? own[0];
  return [
    `# \`${id}\``,
    '',
    `${kind === 'exposure' ? 'An' : 'A'} ${kind} of ${severity} severity; the ${owner} has to change. [The standard](${spec})`,
    '',
    ...[seen, why, remedy].map((sentence) => inItalics(escaped(sentence))),
    '',
    ...ownSections(id, shown),
    ...(shown === undefined
      ? []
      : [
          `## The wrong exchange`,
          '',
          escaped(`${shown.title} ${shown.why}`),
          '',
          ...fenced('http', exchangeText(shown, 'misconfigured')),
          '',
          '## The corrected one',
          '',
          ...correction(shown),
          '',
          '## Cases',
          '',
          ...own.map((one) => `- [\`${one.id}\`](../../fixtures/cases/${one.id}.ts): ${escaped(one.title)}`),
          '',
        ]),
    '## The fixes',
    '',
    ...fixSection(id, fixes),
    '',
  ].join('\n');
}

function ownSections(id: DiagnosisId, shown: MisconfigurationCase | undefined): string[] {
  if (isSessionFault(id)) return sessionSections(id);
  if (id === 'cross-site-post-with-session') return crossSitePostSections();
  return ['## What the console says', '', ...consoleSection(id, shown), ''];
}

function consoleSection(id: DiagnosisId, shown: MisconfigurationCase | undefined): string[] {
  if (!isRefusal(id)) return shown === undefined ? ['No case shows it.'] : consoleOfCase(shown);
  const texts = Object.values(engines).flatMap(({ name, refusals }) => {
    const { texts, suffix } = refusals[id];
    const printed = texts.map((text, index) => (index === 0 ? text + (suffix?.fetch ?? '') : text));
    return [`${name}:`, '', ...(texts.length === 0 ? ['Nothing.'] : fenced('text', printed)), ''];
  });
  return [
    'Word for word, of `fetch()`; in braces what differs from request to request.',
    '',
    ...texts.slice(0, -1),
  ];
}

/** Returns what a case prints: what is no refusal has no text of its own. */
function consoleOfCase(shown: MisconfigurationCase): string[] {
  const printed = Object.values(engines).map((engine) => ({
    name: engine.name,
    console: promisedOf(shown, engine, departures.get(engine.id)?.[shown.id]).sight.console,
  }));
  if (printed.every(({ console: texts }) => texts.length === 0)) {
    return ['Nothing, in any engine: the page reads the response, or fails without a word.'];
  }
  const texts = printed.flatMap(({ name, console: own }) => [
    `${name}:`,
    '',
    ...(own.length === 0 ? ['Nothing.'] : fenced('text', own)),
    '',
  ]);
  return [
    `Word for word, in the case \`${shown.id}\`; the addresses are examples.`,
    '',
    ...texts.slice(0, -1),
  ];
}

function correction(shown: (typeof cases)[number]): string[] {
  if (shown.correctedRequest !== undefined) {
    const changed = JSON.stringify(shown.correctedRequest, null, 2).split('\n');
    return ['The request changes:', '', ...fenced('json', changed)];
  }
  return fenced('http', exchangeText(shown, 'corrected'));
}

function fenced(language: string, lines: readonly string[]): string[] {
  const content = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return content.length === 0 ? ['Nothing is sent.'] : [`\`\`\`${language}`, ...content, '```'];
}
