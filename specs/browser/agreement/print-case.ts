import { format, resolveConfig } from 'prettier';
import type { Played } from './play-random.ts';

/** Returns the source of a case to paste into `fixtures/cases/`, with what is not known left to fill in. */
export async function printCase({ random, observation, disagreement }: Played): Promise<string> {
  const { request, misconfigured } = random;
  const definition = {
    id: 'to-be-named',
    title: '',
    why: '',
    guide: null,
    request,
    misconfigured,
    corrected: { actual: { status: 200, headers: [] } },
    expected: {
      outcome: { kind: observation.outcome.kind },
      diagnosis: null,
      chromium:
        observation.refusal === null
          ? observation.failure
          : [observation.refusal.code, observation.refusal.parameter],
      exchanges: observation.exchanges.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    },
  };
  const source = `// ${disagreement ?? 'The witnesses agree.'}\nexport default defineCase(${escaped(JSON.stringify(definition))});`;
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}

/** Writes what cannot be seen in an editor so that it can. */
const escaped = (source: string): string =>
  source.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
