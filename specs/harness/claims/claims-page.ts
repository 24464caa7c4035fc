import { format, resolveConfig } from 'prettier';
import type { Claim, ClaimExperiment } from '../../../src/claim.ts';

export const updateCommand = 'npm run docs:claims';

/** Where the page of the claims is. */
export const claimsPagePath = new URL('../../../docs/claims.md', import.meta.url);

/** The page of the claims, as Markdown. */
export async function claimsPage(claims: readonly Claim[]): Promise<string> {
  const lines = [
    '<!-- Generated from fixtures/claims; run `npm run docs:claims`. -->',
    '',
    '# What is said about CORS',
    '',
    'Each sentence was put to the test in a browser; `specs/claims.spec.ts` does it again.',
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
    return `${id}: ${shown.experiments.map(({ shows }: ClaimExperiment) => shows).join(' ')}`;
  }
  return [shown.reason, ...(shown.see ?? []).map((other) => `See ${other}.`)].join(' ');
}

/** Pipes end a cell, and stars and angle brackets are markup. */
const escaped = (text: string): string => text.replace(/[|*<>_\\]/g, '\\$&');
