import type { FixFile, Report, ReportFix } from '../../src/model.ts';
import { fileTitle, fixName, fixRemarks } from '../words/fix-wording.ts';
import { fileBlock, htmlText, plain } from '../words/markdown-text.ts';
import { proofSummary } from '../read/proofs.ts';

/** Returns the fixes once each, as blocks of Markdown, after what their proofs came to. */
export function fixBlocks(report: Report): readonly string[] {
  const summary = proofSummary(report);
  return [...(summary === null ? [] : [plain(summary)]), ...report.fixes.map(fixBlock)];
}

function fixBlock(fix: ReportFix): string {
  const [first, ...others] = fix.files;
  const isKnown = fix.stack !== null && first !== undefined;
  return [
    `### ${plain(fixName(fix))}`,
    ...fixRemarks(fix).map(plain),
    ...(isKnown ? [`**${plain(fileTitle(first))}**`, ...fileParts(first)] : []),
    ...(isKnown ? others : fix.files).flatMap(folded),
  ].join('\n\n');
}

function folded(file: FixFile): readonly string[] {
  return [`<details><summary>${htmlText(fileTitle(file))}</summary>`, ...fileParts(file), '</details>'];
}

function fileParts({ install, notes, text, language }: FixFile): readonly string[] {
  return [
    ...(install === '' ? [] : [fileBlock(install, 'sh')]),
    fileBlock(text, language),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${plain(note)}`).join('\n')]),
  ];
}
