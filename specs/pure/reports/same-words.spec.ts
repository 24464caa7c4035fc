import { expect, test } from '@playwright/test';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import { inFormat } from '../../../reports/collect/write-report.ts';
import type { Format } from '../../../reports/format.ts';
import { annotationLines } from '../../../reports/github/annotations.ts';
import { jobSummary } from '../../../reports/github/job-summary.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { testErrorText } from '../../../reports/terminal/test-error.ts';
import { renderedIn, reportIn } from '../../../reports/words/in-language.ts';
import { findingWords, type FindingWords } from '../../../reports/words/finding-words.ts';
import type { Report } from '../../../src/model.ts';
import { languages, type Language } from '../../../src/words/language.ts';
import { speaking } from '../../../src/words/say.ts';
import { eightFaultsRun } from '../../support/three-runs.ts';
import { sampleReport } from './sample-report.ts';

/** What every format says of each finding, in this order of findings. */
const facts = ['severity', 'name', 'kind', 'route', 'count', 'seen', 'remedy', 'who', 'fix'] as const;

/** `report.json` holds verdicts: findings are made of them. */
const withoutFindings = ['json'];

/** Returns the letters and digits of what people read in a text of any format: tags, escapes and line breaks are its own. */
function lettersOf(text: string): string {
  const read = text
    .replaceAll(/<(style|script)[^]*?<\/\1>/g, ' ')
    .replaceAll('<!-- -->', '')
    .replaceAll(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(quot|apos|amp|lt|gt);/g, ' ')
    .replaceAll(/%(?:0A|0D|25|2C|3A)/g, ' ')
    .replaceAll(/\\["nt]/g, ' ');
  return read.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Returns what of each finding a text lacks where it tells of it, after the finding before it. */
function lacking(text: string, told: readonly FindingWords[], wanted: readonly (typeof facts)[number][]) {
  // The rules of SARIF stand before its results, and are of diagnoses.
  const letters = lettersOf(text.slice(Math.max(0, text.indexOf('"results": ['))));
  const heads = told.map((words) => lettersOf(`${words.name}${words.kind}`));
  let from = 0;
  return told.flatMap((words, index) => {
    const start = letters.indexOf(heads[index] ?? '', from);
    if (start === -1) return [`${words.name} on ${words.route}`];
    from = start + 1;
    const next = letters.indexOf(heads[index + 1] ?? '\n', from);
    // What stands before a name is its severity.
    const own = letters.slice(Math.max(0, start - 120), next === -1 ? letters.length : next + 1);
    return wanted.flatMap((fact) =>
      own.includes(lettersOf(words[fact]))
        ? []
        : [`${words.name} on ${words.route}: ${fact} "${words[fact]}"`],
    );
  });
}

const reports: Readonly<Record<string, () => Report | Promise<Report>>> = {
  'the sample': sampleReport,
  'eight routes with eight faults': eightFaultsRun,
};

const wordsIn = (language: Language, report: Report): readonly FindingWords[] =>
  speaking(language, () => {
    const { violations, hazards } = findingsOf(reportIn(language, report));
    return [...violations, ...hazards].map(findingWords);
  });

for (const [title, make] of Object.entries(reports)) {
  for (const language of languages) {
    test(`each format tells the same findings in the same words and order, of ${title} in ${language}`, async () => {
      const report = await make();
      const formats: readonly Format[] = await Promise.all((await formatFiles()).map(loadFormat));
      const texts = formats
        .filter(({ id }) => !withoutFindings.includes(id))
        .map((format) => ({
          id: format.id,
          text: inFormat(format, report, language),
          told: wordsIn(format.isForPrograms === true ? 'en' : language, report),
        }));
      const own = wordsIn(language, report);
      const summary = renderedIn(language, report, (said) => jobSummary(said, Number.POSITIVE_INFINITY));
      const all = [...texts, { id: 'the job summary', text: summary, told: own }];
      expect(
        all.flatMap(({ id, text, told }) => lacking(text, told, facts).map((missing) => `${id}: ${missing}`)),
      ).toEqual([]);
      // What has room for one line each: those of one level together, and ten of them.
      const annotations = renderedIn(language, report, (said) => annotationLines(said).join('\n')).split(
        '\n',
      );
      const isTold = (words: FindingWords): boolean =>
        annotations.some((line) => lacking(line, [words], facts).length === 0);
      expect(own.filter((words) => !isTold(words)).map(({ name }) => name)).toEqual([]);
    });

    test(`the error of a test tells them in the same words, of ${title} in ${language}`, async () => {
      const report = await make();
      // A test knows neither what is accepted nor which fix the report prints.
      const bare = { ...report, accepted: [], levels: [], fixes: [] };
      const failing = report.verdicts.filter(({ status }) => status === 'violates');
      const told = wordsIn(language, bare);
      const error = testErrorText(failing, language);
      expect(
        lacking(
          error,
          told,
          facts.filter((fact) => fact !== 'fix'),
        ),
      ).toEqual([]);
    });
  }
}
