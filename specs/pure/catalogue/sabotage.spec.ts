import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { cases } from '../../../fixtures/cases.ts';
import { departures } from '../../../fixtures/departures.ts';
import { promisedOf } from '../../../src/catalogue/promised.ts';
import { readRecording } from './recording.ts';
import { showingEngine } from './showing-engine.ts';
import { holds, sabotagesOf } from './sabotages.ts';

const recorded = cases.map((common) => {
  const engine = showingEngine(common);
  const promised = promisedOf(common, engine, departures.get(engine.id)?.[common.id]);
  return { engine, ...promised, recording: readRecording(common.id) };
});

test('the recordings are those of the cases, and each still holds', () => {
  const names = readdirSync(fileURLToPath(new URL('./recorded/', import.meta.url))).sort();
  expect(names).toEqual(cases.map(({ id }) => `${id}.json`).sort());
  const stale = recorded.flatMap(({ definition, engine, recording }) =>
    holds.misconfigured(definition, recording.misconfigured, engine) &&
    holds.corrected(definition, recording.corrected, engine)
      ? []
      : [definition.id],
  );
  expect(
    stale,
    'record anew: CORS_CATALOGUE_RECORD=1 npx playwright test specs/catalogue.spec.ts, in every engine',
  ).toEqual([]);
});

test('every falsified piece of evidence turns its case red', () => {
  const survivors: string[] = [];
  let tried = 0;
  for (const { definition, engine, recording } of recorded) {
    for (const { name, side, evidence } of sabotagesOf(recording)) {
      tried += 1;
      if (holds[side](definition, evidence, engine)) survivors.push(`${definition.id}: ${name}`);
    }
  }
  console.log(`${tried - survivors.length} of ${tried} falsified pieces of evidence were caught.`);
  expect(survivors).toEqual([]);
});

test("another case's wrong answers turn every case red", () => {
  const survivors: string[] = [];
  let tried = 0;
  for (const { definition, engine } of recorded) {
    for (const other of recorded) {
      if (other.definition.id === definition.id) continue;
      tried += 1;
      if (holds.misconfigured(definition, other.recording.misconfigured, engine)) {
        survivors.push(`${definition.id}: the answers of ${other.definition.id}`);
      }
    }
  }
  console.log(`${tried - survivors.length} of ${tried} exchanged cases were caught.`);
  expect(survivors).toEqual([]);
});
