import { cataloguePage } from './catalogue-page.ts';
import { enginesPage } from './engines-page.ts';
import { diagnosisIds, diagnosisPage } from './diagnosis-page.ts';

/** Every generated page of the catalogue: path below `docs/` and text. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([
    ['catalogue.md', cataloguePage()],
    ['engines.md', enginesPage()],
    ...diagnosisIds.map((id) => [`diagnoses/${id}.md`, diagnosisPage(id)] as const),
  ]);
