import { shownBy } from '../../../servers/conformance-runner/cells.ts';
import { columnIds, columns, toneOf, type ColumnId } from '../../../servers/conformance-runner/columns.ts';
import type { Intent } from '../../../servers/conformance-runner/library.ts';
import { lineOf } from '../../../servers/conformance-runner/row.ts';
import { counted } from '../../../src/words/counted.ts';
import { escaped, table } from '../markdown.ts';
import { absenceOf, ecosystems, guessesOf, linesOf, type Entry, type Line } from './table.ts';

const intentWords = {
  declared: {
    title: 'Set up for the promise',
    lead: 'Two trusted origins, GET PUT DELETE, content-type and authorization, credentials, x-total-count, 600 seconds. What is against that is **bold**.',
  },
  defaults: {
    title: 'With their defaults',
    lead: 'Switched on, and nothing else said. A page asks without credentials.',
  },
} as const satisfies Record<Intent, { readonly title: string; readonly lead: string }>;

/** Returns the text of docs/conformance.md. */
export function conformancePage(entries: readonly Entry[]): string {
  const all = [...linesOf(entries, 'declared'), ...linesOf(entries, 'defaults')];
  const guesses = all.map((line) => ({ line, ...guessesOf(line) }));
  const count = guesses.reduce((sum, one) => sum + one.count, 0);
  const misses = guesses.flatMap(({ line, misses }) => misses.map((miss) => ({ line, miss })));
  const ran = entries.filter(({ row }) => row !== null);
  const languages = new Set(ran.map(({ library }) => library.language));
  return [
    '# What CORS libraries do',
    '',
    `${ran.length} libraries and servers in ${languages.size} languages, each set up for one promise in its own idiom (\`servers/conformance/\`), asked the same requests over raw HTTP and judged in Chromium. \`npm run conformance [name…]\` runs them again; [the same table with its exchanges](conformance.html) is one page that needs nothing else.`,
    '',
    'Each cell leads to the exchange that shows it. The handler sets its own `Vary` by the plain setter of its framework. A dash: it could not be asked.',
    '',
    ...Object.entries(intentWords).flatMap(([intent, words]) => [
      `## ${words.title}`,
      '',
      words.lead,
      '',
      ...Object.entries(ecosystems).flatMap(([ecosystem, title]) => {
        const lines = all.filter((line) => line.entry.ecosystem === ecosystem && line.intent === intent);
        return lines.length === 0
          ? []
          : [`### ${title}${intent === 'defaults' ? ': defaults' : ''}`, '', ...tableOf(lines), ''];
      }),
    ]),
    '## What is asked',
    '',
    ...columnIds.map((id) => `- **${columns[id].title}**: ${columns[id].asks}`),
    '',
    '## What the product says',
    '',
    'Violations that a run on such a server reports; a library without any is left out.',
    '',
    ...ran.flatMap(verdictItems),
    '',
    '## Wrong guesses',
    '',
    `What each cell would say was written down before the first run, from the documentation and from memory: ${count} guesses, ${misses.length} wrong.`,
    '',
    ...misses.map(({ line, miss: { column, guessed, seen } }) => {
      const { library, row } = line.entry;
      return `- ${library.name}, ${line.intent}, **${columns[column].title}**: guessed ${quoted(guessed)} after ${escaped(library.source)}; ${linked(line, column, seen)} in ${escaped(row?.versions[0] ?? '')}.`;
    }),
    '',
    '## Versions',
    '',
    ...ran.map(
      ({ library, row }) =>
        `- **${library.name}**: ${escaped((row?.versions ?? []).join(', '))}; ${row?.date ?? ''}.${(library.notes ?? []).map((note) => ` ${escaped(note)}`).join('')}`,
    ),
    '',
    '## Not run',
    '',
    ...entries.flatMap((entry) => {
      const reason = absenceOf(entry);
      return reason === null ? [] : [`- **${entry.library.name}**: ${escaped(reason)}`];
    }),
    '',
  ].join('\n');
}

const tableOf = (lines: readonly Line[]): string[] =>
  table(
    ['', ...columnIds.map((id) => columns[id].title)],
    lines.map((line) => [
      escaped(line.entry.library.name),
      ...columnIds.map((id) => {
        const word = line.result.cells[id];
        if (word === null) return '–';
        const link = linked(line, id, word);
        return line.intent === 'declared' && toneOf(id, word) === 'poor' ? `**${link}**` : link;
      }),
    ]),
  );

function linked({ entry, intent }: Line, column: ColumnId, word: string): string {
  const at = lineOf(entry.file, intent, shownBy[column][0]);
  return `[${escaped(word)}](../reports/conformance/${entry.library.id}.json#L${at})`;
}

const quoted = (word: string): string => `“${escaped(word)}”`;

function verdictItems({ library, row }: Entry): string[] {
  const verdicts = row?.intents.declared?.verdicts ?? null;
  if (verdicts === null || verdicts.others.length === 0) return [];
  const said = verdicts.others.map(
    ({ status, diagnosis, severity, methods, detail, count }) =>
      `  - ${diagnosis === null ? status : `[\`${diagnosis}\`](diagnoses/${diagnosis}.md)`}${severity === null ? '' : `, ${severity}`}: ${methods.join(', ')}${detail === '' ? '' : ` (${escaped(detail)})`}, ${counted(count, 'check')}`,
  );
  return [
    `- **${library.name}**, beside ${counted(verdicts.conforms, 'check')} that ${verdicts.conforms === 1 ? 'conforms' : 'conform'}:`,
    ...said,
  ];
}
