import type { FixFile, Report, ReportFix } from '../../src/model.ts';
import { fileTitle, fixLabel, fixRemarks, fixTitle } from '../words/fix-wording.ts';
import { listed } from '../words/wording.ts';
import { proofSummary } from '../read/proofs.ts';
import { say, type Word } from '../../src/words/say.ts';
import { visible, visibleLines } from '../words/visible-text.ts';
import { labelled, paragraph, type Surroundings } from './layout.ts';

const indent = 5;

/** Returns the fixes once each, however many findings refer to them, and what their proofs came to. */
export function fixLines(report: Report, surroundings: Surroundings): readonly string[] {
  const summary = proofSummary(report);
  const blocks = [
    ...(summary === null ? [] : [paragraph(summary, surroundings, 2)]),
    ...report.fixes.map((fix) => fixBlock(fix, surroundings)),
  ];
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function fixBlock(fix: ReportFix, surroundings: Surroundings): readonly string[] {
  const { paint } = surroundings;
  const [first, ...others] = fix.files;
  const row = rowsFor(surroundings);
  return [
    `  ${paint.strong(visible(fixLabel(fix)))}  ${visible(fixTitle(fix))}`,
    ...row('about', fixRemarks(fix)),
    ...(fix.stack === null || first === undefined
      ? row(
          'files',
          fix.files.length === 0
            ? []
            : [
                fix.among === undefined
                  ? say('One for each stack is in report.html and report.md.')
                  : say('One for each of {stacks} is in report.html and report.md.', {
                      stacks: listed(fix.among.stacks),
                    }),
              ],
        )
      : [...fileLines(first, surroundings), ...otherLines(others, surroundings)]),
  ];
}

function fileLines(file: FixFile, surroundings: Surroundings): readonly string[] {
  const row = rowsFor(surroundings);
  return [
    ...row('file', [fileTitle(file)]),
    ...row('install', [file.install]),
    ...row('note', file.notes),
    '',
    ...visibleLines(file.text.trimEnd()).map((line) => `${' '.repeat(indent + 2)}${line}`.trimEnd()),
  ];
}

const rowsFor =
  (surroundings: Surroundings) =>
  (label: Word, texts: readonly string[]): readonly string[] =>
    labelled(label, texts.filter(Boolean), surroundings, { indent });

function otherLines(files: readonly FixFile[], surroundings: Surroundings): readonly string[] {
  if (files.length === 0) return [];
  const texts = [say('In report.html and report.md:'), ...files.map(fileTitle)];
  return ['', ...labelled('others', texts, surroundings, { indent })];
}
