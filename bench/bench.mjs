/** Prints the figures of `npm run bench`, each a ratio within one run on one machine. */
import { startBenchApi } from './api.mjs';
import { watchMemory } from './peak-memory.mjs';
import { measureProbe } from './probe-ratio.mjs';
import { growthOf, measureScale } from './scale.mjs';
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

for (const api of ['correct', 'open']) {
  const { judged, reported } = measureScale(40, api);
  const { collected, formatted, files, memory: needed } = reported;
  console.log(
    `report      40 routes, 3 origins, an API that is ${api}: ${judged.verdicts} verdicts, report.json ${megabytes(files['report.json'].bytes)} and report.html ${megabytes(files['report.html'].bytes)} (aim: at most 5 MB each), ${seconds(collected + formatted)} and ${megabytes(needed)} of memory`,
  );
}

const growth = growthOf(measureScale(20, 'correct'), measureScale(200, 'correct'));
console.log(
  `scale       from 20 to 200 routes, for each route: ${growth.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', ')} times as much (aim: at most 1.1)`,
);

console.log(`memory      at most ${memory.stop()} MiB in all processes`);
await api.close();

function megabytes(value) {
  return `${(value / 1e6).toFixed(1)} MB`;
}

function seconds(value) {
  return `${value.toFixed(1)} s`;
}
