/**
 * Plays every case in each engine that can run here, or in those that CORS_ENGINES names, and writes what was seen to
 * fixtures/recorded/<engine>.jsonl. Look at the difference before you commit it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cases } from '../fixtures/cases.ts';
import { departures } from '../fixtures/departures.ts';
import { recordedFile } from '../fixtures/recorded.ts';
import { engineChoice, knownEngines } from '../fixtures/stage/engine-choice.ts';
import { headOf } from '../fixtures/stage/machinery.ts';
import { CasePlayer } from '../fixtures/stage/play-case.ts';
import { openStage } from '../fixtures/stage/stage.ts';
import { departing } from '../src/catalogue/departure.ts';
import { printRecordings, recordingOf, type Recording } from '../src/catalogue/recording.ts';

// CI compares; it never writes.
if (process.env['CI']) throw new Error('Recordings are never written in CI.');

for (const { name, reason } of engineChoice.leftOut)
  console.log(`${name}: not recorded, its file stays as it is (${reason})`);
for (const engine of knownEngines.filter(({ id }) => engineChoice.harness.includes(id))) {
  const stage = await openStage(engine.id);
  const player = new CasePlayer(stage.harness, stage.api, stage.engine);
  const recorded: Recording[] = [];
  for (const common of cases) {
    const definition = departing(common, departures.get(engine.id)?.[common.id]);
    const misconfigured = await player.misconfigured(definition);
    recorded.push(recordingOf(common, misconfigured, await player.corrected(definition)));
  }
  console.log(`${engine.name}: ${recorded.length} cases`);
  await player.close();
  await stage.close();
  const file = recordedFile(engine.id);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, printRecordings({ head: headOf(engine), cases: recorded }));
}
