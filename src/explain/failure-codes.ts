import type { Engine, EngineTexts } from '../engines/engine.ts';
import type { Sighting } from './sighting.ts';
import { otherCodes } from './other-texts.ts';
import type { Meaning } from './template.ts';

/**
 * The engines' own codes for failures in `text`, such as `net::ERR_CONNECTION_REFUSED`, with the method and the
 * URL where DevTools print them before it.
 */
export function failureCodes(text: string, engines: readonly Engine[]): Sighting[] {
  return engines.flatMap((engine) =>
    [...text.matchAll(codePattern)].flatMap(({ 0: whole, index, groups }): Sighting[] => {
      const code = groups?.['code'] ?? '';
      const means = meaningOf(code, engine);
      if (means === null) return [];
      const { url, method } = groups ?? {};
      return [
        {
          start: index,
          end: index + whole.length,
          text: whole.trim(),
          values: {
            ...(url === undefined ? {} : { url }),
            ...(method === undefined ? {} : { method }),
            value: code,
          },
          fits: [{ engine: engine.id, means }],
        },
      ];
    }),
  );
}

const codePattern =
  /(?:Failed to load resource:\s+)?(?:\b(?<method>[A-Z]{3,16})\s+(?<url>[a-z]+:\/\/\S+)\s+)?(?<![\w.])(?<code>net::ERR_[A-Z0-9_]+(?:\.\w+)?|NS_[A-Z]+_[A-Z0-9_]+|(?:SSL|SEC|MOZILLA_PKIX)_ERROR_[A-Z0-9_]+)(?:\s+\d{3} \([\w ]*\))?/g;

function meaningOf(code: string, { failures }: EngineTexts): Meaning | null {
  const known = failures.find(([prefix]) => code.startsWith(prefix));
  if (known !== undefined) return { kind: 'diagnoses', ids: [known[1]] };
  const isOwn = failures.some(([prefix]) => prefix.slice(0, 3) === code.slice(0, 3));
  if (!isOwn) return null;
  return otherCodes[code] ?? { kind: 'diagnoses', ids: ['connection-blocked'] };
}
