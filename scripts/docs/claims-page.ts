import { format, resolveConfig } from 'prettier';
import { claimDepartures } from '../../fixtures/claim-departures.ts';
import { engines } from '../../fixtures/engines.ts';
import type { Claim, ClaimExperiment } from '../../src/catalogue/claim.ts';

export const updateCommand = 'npm run docs:claims';

/** Where the page of the claims is. */
export const claimsPagePath = new URL('../../docs/claims.md', import.meta.url);

/** The page of the claims, as Markdown. */
export async function claimsPage(claims: readonly Claim[]): Promise<string> {
  const lines = [
    '<!-- Generated from fixtures/claims; run `npm run docs:claims`. -->',
    '',
    '# What is said about CORS',
    '',
    'Each sentence was put to the test in every engine; `specs/claims.spec.ts` does it again, and `specs/preflight-cache-caps.spec.ts` where hours have to pass. What the verdict is about is Chromium; where another engine shows otherwise, that is said.',
    '',
    '| claim | found in | verdict | what is right | shown by |',
    '| --- | --- | --- | --- | --- |',
    ...claims.map(row),
  ];
  const options = await resolveConfig(import.meta.filename);
  return format(`${lines.join('\n')}\n`, { ...options, parser: 'markdown' });
}

function row(claim: Claim): string {
  const cells = [
    claim.claim,
    claim.source === 'guide' ? 'the guide' : 'folklore',
    claim.verdict ?? 'nobody can say',
    claim.truth,
    shownBy(claim),
  ];
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function shownBy({ id, shown }: Claim): string {
  if (shown.by === 'experiment') {
    const shows = shown.experiments.map((experiment: ClaimExperiment, index) =>
      [experiment.shows, ...departuresOf(`${id} ${index + 1}`)].join(' '),
    );
    return `${id}: ${shows.join(' ')}`;
  }
  if (shown.by === 'clock') {
    const { engine, keptSeconds } = shown;
    return `${id}: with its clock put ahead, ${engines[engine]?.name ?? engine} spares a CORS-preflight request until ${keptSeconds} s after the last, though that granted it for longer; then it makes one.`;
  }
  return [shown.reason, ...(shown.see ?? []).map((other) => `See ${other}.`)].join(' ');
}

/** What other engines show of an experiment, a phrase for each. */
function departuresOf(experiment: string): string[] {
  return Object.values(engines).flatMap((engine) => {
    const departure = claimDepartures.get(engine.id)?.[experiment];
    if (departure === undefined) return [];
    return [
      `(${departure.inapplicable === true ? 'Nothing of it is shown in' : 'Otherwise in'} ${engine.name}: ${departure.reason})`,
    ];
  });
}

/** Pipes end a cell, and stars and angle brackets are markup. */
const escaped = (text: string): string => text.replace(/[|*<>_\\]/g, '\\$&');
