import { cases } from '../../fixtures/cases.ts';
import { corsErrors } from '../../fixtures/cors-errors.ts';
import { corsErrorOf } from '../../src/catalogue/announced.ts';
import { diagnoses } from '../../src/diagnoses/vocabulary.ts';
import { inItalics } from './placeholders.ts';

/** The text of `docs/catalogue.md`. */
export function cataloguePage(): string {
  return [
    '# The catalogue',
    '',
    `${cases.length} misconfigurations, each reproduced, diagnosed and corrected in a real browser by \`specs/catalogue.spec.ts\`. Written by \`node scripts/generate-docs.mjs\`; do not edit.`,
    '',
    '| case | what is wrong | diagnosis | in the guide |',
    '| --- | --- | --- | --- |',
    ...cases.map(
      ({ id, title, guide, expected: { diagnosis } }) =>
        `| [\`${id}\`](../fixtures/cases/${id}.ts) | ${cell(title)} | ${diagnosis === null ? 'none: CORS is in order' : diagnosisLink(diagnosis, 'diagnoses/')} | ${guide ?? ''} |`,
    ),
    '',
    "## Chromium's own codes",
    '',
    'Every value of `Network.CorsError`, and the cases that provoke it, or why none can.',
    '',
    '| code | cases |',
    '| --- | --- |',
    ...Object.entries(corsErrors).map(
      ([code, reason]) =>
        `| \`${code}\` | ${
          reason ??
          casesOf(code)
            .map((id) => `\`${id}\``)
            .join(', ')
        } |`,
    ),
    '',
    '## Diagnoses',
    '',
    ...diagnosisTable('diagnoses/'),
    '',
  ].join('\n');
}

const casesOf = (code: string): string[] =>
  cases.filter((definition) => corsErrorOf(definition) === code).map(({ id }) => id);

/** A table of every diagnosis; `folder` is where their pages are, seen from the table. */
export const diagnosisTable = (folder: string): string[] => [
  '| diagnosis | kind | what is seen |',
  '| --- | --- | --- |',
  ...Object.entries(diagnoses).map(
    ([id, { kind, seen }]) => `| ${diagnosisLink(id, folder)} | ${kind} | ${inItalics(cell(seen))} |`,
  ),
];

export const diagnosisLink = (id: string, folder: string): string => `[\`${id}\`](${folder}${id}.md)`;

/** Text that does not end a cell of a Markdown table, nor begins HTML. */
const cell = (text: string): string => text.replace(/[|*_<>]/g, '\\$&');
