import * as z from 'zod';
import { diagnosisIds } from '../diagnoses/vocabulary.ts';
import type { SetLevel } from '../model.ts';
import type { Found } from './accept.ts';
import { engineId } from './baseline-file.ts';
import { acceptedBy } from './fingerprint.ts';
import { setLevelOf } from './level.ts';

const level = z.object({
  diagnosis: z.enum(diagnosisIds),
  route: z.string().nullable(),
  level: z.enum(['error', 'warn', 'off']),
  reason: z.string().nullable(),
}) satisfies z.ZodType<SetLevel>;

/** What accepting needs of `report.json`. */
const report = z.object({
  schemaVersion: z.literal(4),
  tool: z.object({ name: z.literal('cors-conformance') }),
  pages: z.array(z.object({ origin: z.string(), role: z.string() })),
  verdicts: z.array(
    z.object({
      status: z.string(),
      diagnosis: z.enum(diagnosisIds).nullable(),
      route: z.string(),
      detail: z.string(),
      seen: z.string(),
      url: z.string(),
      filled: z.boolean(),
      engine: z.object({ id: engineId }),
      fingerprints: z.record(z.string(), z.string()),
      pages: z.array(z.tuple([z.int(), z.unknown(), z.unknown()])),
    }),
  ),
  levels: z.array(level),
  accepted: z.array(z.object({ gone: z.array(z.string()) })),
});

/** What a report says that can be accepted, and what of the baseline it did not find any more. */
export interface FoundInReport {
  /** One for each diagnosis and route, in the order of the report. */
  readonly found: readonly Found[];
  readonly gone: readonly string[];
}

/** Reads the text of a `report.json`; null if it is none of this version. */
export function foundInReport(text: string): FoundInReport | null {
  const read = report.safeParse(parsed(text)).data;
  if (read === undefined) return null;
  const found = new Map<string, Found>();
  for (const verdict of read.verdicts) {
    const { status, diagnosis, route, engine, filled, fingerprints } = verdict;
    if (status !== 'violates' || diagnosis === null) continue;
    if (setLevelOf({ diagnosis, route }, read.levels)?.level === 'off') continue;
    const prints = verdict.pages.flatMap(([index]) => {
      const page = read.pages[index];
      const fingerprint = page === undefined ? undefined : fingerprints[page.role];
      if (page === undefined || fingerprint === undefined) return [];
      // The mark stands for each page alike.
      return [acceptedBy({ ...verdict, diagnosis, fingerprint, origin: filled ? '{origin}' : page.origin })];
    });
    const key = JSON.stringify([diagnosis, route]);
    const before = found.get(key);
    found.set(key, {
      diagnosis,
      route,
      engines: [...new Set([...(before?.engines ?? []), engine.id])],
      fingerprints: [...new Set([...(before?.fingerprints ?? []), ...prints])],
    });
  }
  return { found: [...found.values()], gone: read.accepted.flatMap(({ gone }) => gone) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
