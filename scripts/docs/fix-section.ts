import { definitionOf, type DiagnosisId } from '../../src/diagnoses/vocabulary.ts';
import { stacks, type Fix } from '../../src/fix/fix.ts';
import { resourceRedirects } from '../../src/fix/cured.ts';
import { fixesFor } from '../../src/fix/for-diagnosis.ts';

/** The root of the repository, seen from `docs/diagnoses/`. */
const root = '../..';

/** Returns the files that cure a diagnosis, each as it ran, or why none can. */
export function fixSection(id: DiagnosisId, fixes: readonly Fix[]): string[] {
  const { proven, others } = fixesFor(id, fixes);
  if (proven.length + others.length === 0) return [whyNone(id)];
  return [
    ...(proven.length === 0
      ? [
          'No file has a twin that ends in this diagnosis; each of these answers as the corrected exchange does.',
        ]
      : [
          'Of each of these the defect was seen to end in this diagnosis, and the file then to be accepted:',
          '',
          ...proven.map(
            ({ fix, twin }) =>
              `- ${stacks[fix.stack].name}: ${fileLink(fix)}, ${fix.variant}. [The defect](${folderOf(fix, root)}/broken/${twin.id}): ${twin.defect}`,
          ),
        ]),
    '',
    ...(others.length === 0
      ? []
      : [
          `${proven.length === 0 ? 'They are' : 'These answer as the corrected exchange does, too'}:`,
          '',
          ...others.map((fix) => `- ${stacks[fix.stack].name}: ${fileLink(fix)}, ${fix.variant}`),
          '',
        ]),
    'On which versions they ran: [fixes](../fixes.md).',
  ];
}

const fileLink = (fix: Fix): string => `[\`${fix.printed}\`](${folderOf(fix, root)}/app/${fix.printed})`;

function whyNone(id: DiagnosisId): string {
  const { kind, owner } = definitionOf(id);
  if (kind === 'neighbour') {
    return 'No file: this is not decided by the CORS protocol, so that no header of it is a cure.';
  }
  if (resourceRedirects.has(id)) return 'No file: no header turns a redirect into an answer.';
  return `No file of a server: it is the ${owner} that has to change.`;
}

/** Returns the folder of a fix, seen from a page whose way to the root of the repository is `root`. */
export const folderOf = ({ id, stack }: Fix, root: string): string =>
  `${root}/servers/frameworks/${stack}/${id.slice(stack.length + 1)}`;
