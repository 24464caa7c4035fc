/** Prints the figures of `npm run bench`, each a ratio within one run on one machine. */
import { startBenchApi } from './api.mjs';
import { watchMemory } from './peak-memory.mjs';
import { measureProbe } from './probe-ratio.mjs';
import { measureOrdinaryWay, measureWholeRun } from './whole-run.mjs';

/** Fewer where one request is under way at a time. */
const requests = { chromium: 1_000, firefox: 200, webkit: 200 };
const aims = { chromium: ' (aim: at most 1.5)', firefox: '', webkit: '' };
const ordinarySample = 60;
const api = await startBenchApi();
const memory = watchMemory();

for (const [engine, count] of Object.entries(requests)) {
  try {
    const { probe, bare } = await measureProbe(api, engine, count);
    console.log(
      `probe       ${engine}: ${count} PUT requests in ${seconds(probe / 1000)}, a bare loop of fetch() in ${seconds(bare / 1000)}: ${(probe / bare).toFixed(2)} times as long${aims[engine]}`,
    );
  } catch (error) {
    if (engine === 'chromium' || error?.code !== 'browser-missing') throw error;
    console.log(`probe       ${engine}: left out: ${error.message}`);
  }
}

const whole = await measureWholeRun(api);
const ordinary = await measureOrdinaryWay(api, ordinarySample);
const ordinaryForAll = (ordinary / ordinarySample) * whole.verdicts;
console.log(
  `whole run   ${whole.verdicts} verdicts in ${seconds(whole.seconds)} (aim: 10 s for 1,000); one context, page and goto per check ${seconds(ordinaryForAll)}, from ${ordinarySample} of them: ${(ordinaryForAll / whole.seconds).toFixed(0)} times as long (aim: at least 30)`,
);

console.log(`memory      at most ${memory.stop()} MiB in all processes`);
await api.close();

function seconds(value) {
  return `${value.toFixed(1)} s`;
}
