import { fileURLToPath } from 'node:url';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { claims } from '../../fixtures/claims.ts';
import { loadFixes } from '../../servers/fix-runner/load.ts';
import { cataloguePage } from './catalogue-page.ts';
import { claimsPage } from './claims-page.ts';
import { conformanceHtml } from './conformance/html-page.ts';
import { conformancePage } from './conformance/markdown-page.ts';
import { loadEntries } from './conformance/table.ts';
import { loadToolRows } from './conformance/tool-rows.ts';
import { toolsPage } from './conformance/tools-page.ts';
import { diagnosisIds, diagnosisPage } from './diagnosis-page.ts';
import { enginesPage } from './engines-page.ts';
import { fixesPage } from './fixes-page.ts';
import { loadSystems } from './systems.ts';

/** What writes the pages. */
export const command = 'npm run docs';

const mark = `<!-- Written by \`${command}\`; do not edit. -->\n\n`;

/** Reports whether a page was written by `command`, and not by hand. */
export const isGenerated = (text: string): boolean => text.startsWith(mark);

/** Returns the text of every generated page, by its path below `docs/`. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const fixes = (await loadFixes()).map(({ fix }) => fix);
  const entries = await loadEntries();
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['catalogue.md', cataloguePage()],
    ['claims.md', claimsPage(claims, fixes)],
    ['conformance.md', conformancePage(entries)],
    ['test-tools.md', toolsPage(await loadToolRows())],
    ['engines.md', enginesPage()],
    ['fixes.md', fixesPage(fixes, await loadSystems())],
    ...diagnosisIds.map((id) => [`diagnoses/${id}.md`, diagnosisPage(id, fixes)] as const),
  ];
  const markdown = texts.map(async ([path, text]) => [path, await formatted(path, mark + text)] as const);
  return new Map([...(await Promise.all(markdown)), ['conformance.html', mark + conformanceHtml(entries)]]);
}

/** Returns `text` as Prettier formats it, or as it is where `.prettierignore` names the page. */
async function formatted(path: string, text: string): Promise<string> {
  const filepath = fileURLToPath(new URL(`../../docs/${path}`, import.meta.url));
  const ignorePath = fileURLToPath(new URL('../../.prettierignore', import.meta.url));
  const { ignored } = await getFileInfo(filepath, { ignorePath });
  return ignored ? text : format(text, { ...(await resolveConfig(filepath)), filepath });
}
