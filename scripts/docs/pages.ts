import { loadFixes } from '../../servers/fix-runner/load.ts';
import { cataloguePage } from './catalogue-page.ts';
import { enginesPage } from './engines-page.ts';
import { diagnosisIds, diagnosisPage } from './diagnosis-page.ts';

/** Every generated page of the catalogue: path below `docs/` and text. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const fixes = (await loadFixes()).map(({ fix }) => fix);
  return new Map([
    ['catalogue.md', cataloguePage()],
    ['engines.md', enginesPage()],
    ...diagnosisIds.map((id) => [`diagnoses/${id}.md`, diagnosisPage(id, fixes)] as const),
  ]);
}
