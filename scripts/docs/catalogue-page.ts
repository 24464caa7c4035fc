import { cases } from '../../fixtures/cases.ts';
import { corsErrors } from '../../fixtures/cors-errors.ts';
import { corsErrorOf } from '../../src/catalogue/announced.ts';
import { diagnoses } from '../../src/diagnoses/vocabulary.ts';
import { escaped, inItalics, table } from './markdown.ts';

/** Returns the text of `docs/catalogue.md`. */
export function cataloguePage(): string {
  return [
    '# The catalogue',
    '',
    `${cases.length} misconfigurations, each reproduced, diagnosed and corrected in a real browser by \`specs/catalogue.spec.ts\`.`,
    '',
    ...table(
      ['case', 'what is wrong', 'diagnosis', 'in the guide'],
      cases.map(({ id, title, guide, expected: { diagnosis } }) => [
        `[\`${id}\`](../fixtures/cases/${id}.ts)`,
        escaped(title),
        diagnosis === null ? 'none: CORS is in order' : diagnosisLink(diagnosis),
        `${guide ?? ''}`,
      ]),
    ),
    '',
    "## Chromium's own codes",
    '',
    'Every value of `Network.CorsError`, and the cases that provoke it, or why none can.',
    '',
    ...table(
      ['code', 'cases'],
      Object.entries(corsErrors).map(([code, reason]) => [`\`${code}\``, reason ?? casesOf(code)]),
    ),
    '',
    '## Diagnoses',
    '',
    ...table(
      ['diagnosis', 'kind', 'what is seen'],
      Object.entries(diagnoses).map(([id, { kind, seen }]) => [
        diagnosisLink(id),
        kind,
        inItalics(escaped(seen)),
      ]),
    ),
    '',
  ].join('\n');
}

const casesOf = (code: string): string =>
  cases
    .filter((definition) => corsErrorOf(definition) === code)
    .map(({ id }) => `\`${id}\``)
    .join(', ');

const diagnosisLink = (id: string): string => `[\`${id}\`](diagnoses/${id}.md)`;
