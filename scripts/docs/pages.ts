import { cataloguePage } from './catalogue-page.ts';
import { diagnosisIds, diagnosisPage } from './diagnosis-page.ts';

/** Every generated page of the catalogue: path below `docs/` and text. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([
    ['catalogue.md', cataloguePage()],
    ...diagnosisIds.map((id) => [`diagnoses/${id}.md`, diagnosisPage(id)] as const),
  ]);
