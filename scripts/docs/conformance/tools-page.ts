import { toolRequests } from '../../test-tools/requests.ts';
import { absentTools } from '../../test-tools/tools.ts';
import { escaped, table } from '../markdown.ts';
import type { ToolCell, ToolRow } from './tool-rows.ts';

/** Returns the text of docs/test-tools.md. */
export function toolsPage(rows: readonly ToolRow[]): string {
  const [first] = rows.filter(({ isEngine }) => isEngine);
  const rightOf = (id: string): string => wordOf(first?.cells.find((cell) => cell.id === id));
  const unlike = rows.filter(
    ({ isEngine, cells }) => !isEngine && cells.some((cell) => wordOf(cell) !== rightOf(cell.id)),
  );
  const askNone = rows.filter(({ isEngine, cells }) => !isEngine && cells.every(({ asks }) => !asks));
  return [
    '# Test tools are no witnesses',
    '',
    `The same ${toolRequests.length} requests, as a page of another origin makes them, in the engines and in the tools that people test with. \`npm run test-tools\` runs them again. Of ${rows.filter(({ isEngine }) => !isEngine).length} tools ${unlike.length} differ from a browser, and ${askNone.length} never ask a CORS-preflight request: a test that passes there says nothing about CORS.`,
    '',
    '`OPTIONS`: a CORS-preflight request came first. `read`: the test reads the answer; `refused`: it gets an error in its place. **Bold** is what no engine does. A tool that has a check of its own, and lets something past it, has a dash there.',
    '',
    ...table(
      ['', ...toolRequests.map(({ title }) => escaped(title))],
      rows.map(({ name, version, isEngine, cells }) => [
        `${escaped(name)} ${escaped(version)}`,
        ...toolRequests.map(({ id }) => {
          const word = wordOf(cells.find((cell) => cell.id === id));
          return isEngine || word === rightOf(id) ? word : `**${word}**`;
        }),
      ]),
    ),
    '',
    '## What follows',
    '',
    '- A `route()` of Playwright, for any address at all, has CORS-preflight requests answered by Playwright: the API never sees one. Look at the row before you trust a test of CORS in such a context.',
    '- A client without pages (undici, Node, Deno, Bun, Supertest, newman, an APIRequestContext) has no origin to protect. It shows what an API answers to a request that somebody wrote down; who may read that, it does not say.',
    '- jsdom and happy-dom check by rules of their own. What they refuse a browser may read, and the other way round.',
    '',
    '## Not run',
    '',
    ...absentTools.map(({ name, reason }) => `- **${name}**: ${reason}`),
    '',
  ].join('\n');
}

function wordOf(cell: ToolCell | undefined): string {
  if (cell === undefined || cell.outcome === 'not told') return '–';
  const header =
    cell.id === 'unexposed' && cell.outcome === 'read'
      ? cell.total
        ? ', header too'
        : ', header hidden'
      : '';
  return `${cell.asks ? '`OPTIONS`, ' : ''}${cell.outcome}${header}`;
}
