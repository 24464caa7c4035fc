import { expect, test } from '@playwright/test';
import { isSame, outcomeOf } from '../../../src/catalogue/evidence.ts';
import type { EngineId } from '../../../src/model.ts';
import { sideHolds } from '../../support/case-assertions.ts';
import { recordedCases, recordedEngines, type RecordedCase } from './recorded-cases.ts';
import { sabotagesOf } from './sabotages.ts';

/**
 * Reports whether the wrong answers of a case can be told from the corrected ones in the engine that it was recorded
 * in.
 */
const isShown = ({
  definition,
  recording: { misconfigured, corrected },
  isApplicable,
}: RecordedCase): boolean =>
  isApplicable &&
  (definition.expected.diagnosis !== null ||
    !isSame(outcomeOf(misconfigured.main), outcomeOf(corrected.main)));

/** Cases that an engine shows alike, so that the answers of one are no sabotage of the other. */
const alike = {
  chromium: [],
  // Neither ways to end a connection nor private networks are anything that Firefox tells apart.
  firefox: [
    'connection-closed: the answers of connection-reset',
    'connection-reset: the answers of connection-closed',
    'origin-missing-on-local-network: the answers of origin-missing',
    'origin-missing: the answers of origin-missing-on-local-network',
    'response-body-cut-short: the answers of response-stream-cut-short',
    'response-stream-cut-short: the answers of response-body-cut-short',
  ],
  webkit: [],
} as const satisfies Record<EngineId, readonly string[]>;

for (const engine of recordedEngines) {
  const recorded = recordedCases(engine).filter(isShown);

  test(`every falsified piece of what ${engine.name} showed turns its case red`, () => {
    const survivors: string[] = [];
    let tried = 0;
    for (const { definition, recording } of recorded) {
      for (const { name, side, evidence } of sabotagesOf(recording)) {
        tried += 1;
        if (sideHolds(side, definition, evidence, engine)) survivors.push(`${definition.id}: ${name}`);
      }
    }
    expect(tried).toBeGreaterThan(recorded.length);
    expect(survivors).toEqual([]);
  });

  test(`another case's wrong answers turn every case red in ${engine.name}`, () => {
    const survivors: string[] = [];
    for (const { definition } of recorded) {
      for (const other of recorded) {
        if (other.definition.id === definition.id) continue;
        if (sideHolds('misconfigured', definition, other.recording.misconfigured, engine)) {
          survivors.push(`${definition.id}: the answers of ${other.definition.id}`);
        }
      }
    }
    expect(survivors).toEqual(alike[engine.id]);
  });
}
