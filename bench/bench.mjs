/**
 * Prints the figures of `npm run bench`, each beside its aim: ratios within one run on one machine. Those of a whole run are
 * ratios to an earlier build, which is taken from git, built and run in turn with today's. Arguments name parts;
 * `--base=<revision>` names another build, and `--turns=<number>` says how often each of the two runs.
 */
import { parseArgs } from 'node:util';
import { startBenchApi } from './api.mjs';
import { copyWithDemoOf, openBuilds, present } from './builds.mjs';
import { demoPolicy, startDemo } from './demo.mjs';
import { largePolicy } from './large-policy.mjs';
import { countPlanLines, countPlanned } from './planned.mjs';
import { measureProbe } from './probe-ratio.mjs';
import { growthOf, measureScale } from './scale.mjs';
import { runDemo, runSuite } from './suite-run.mjs';
import { measureOrdinaryWay, thousandVerdicts } from './whole-run.mjs';

const allEngines = ['chromium', 'firefox', 'webkit'];
const requests = { chromium: 1_000, firefox: 200, webkit: 200 };
const probeAims = { chromium: 1.5, firefox: 2, webkit: 2 };
const ordinarySample = 60;
const rows = [];

const parts = {
  requests: measureRequests,
  runs: measureRuns,
  probes: measureProbes,
  ordinary,
  reports,
  scale,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string' }, turns: { type: 'string', default: '3' } },
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
  console.error(`Measuring: ${name}.`);
  await parts[name]();
}
print(['what', 'base', 'now', 'ratio', 'aim', ''], ...rows);

/** Adds a row on `now` beside `base`, whose ratio may be `most` at the most. */
function compared(what, base, now, most, unit = '') {
  const ratio = now / base;
  rows.push([
    what,
    figure(base, unit),
    figure(now, unit),
    ratio.toFixed(2),
    `<= ${most}`,
    held(ratio <= most),
  ]);
}

/** Adds a row on something that is measured in this build alone. */
function alone(what, now, aim, isHeld, ratio = '') {
  rows.push([what, '', now, ratio, aim, held(isHeld)]);
}

async function withBuilds(measure) {
  const builds = openBuilds(values.base);
  try {
    await measure(builds);
  } finally {
    builds.close();
  }
}

async function measureRequests() {
  await withBuilds(async ({ base, present }) => {
    const policies = {
      'the demo policy': await demoPolicy(base, 'http://127.0.0.1:8000'),
      '40 routes, 3 origins': largePolicy(40),
    };
    for (const [name, policy] of Object.entries(policies)) {
      const before = await countPlanned(base, policy);
      const now = await countPlanned(present, policy);
      compared(`requests to a correct API, ${name}`, before.asked, now.asked, 0.55);
    }
    const lines = countPlanLines(present, largePolicy(40));
    alone('lines of "plan", 40 routes, 3 origins', `${lines}`, '<= 60', lines <= 60);
  });
}

async function measureRuns() {
  const turns = Number(values.turns);
  await withBuilds(async ({ base }) => {
    const copy = copyWithDemoOf(base);
    // What compiles, and what the system reads from its disk, does not count: so this comes first.
    const demo = await startDemo(base);
    const policy = await demoPolicy(base, demo.origin);
    const onTheWire = [];
    for (const build of [base, copy]) {
      const before = demo.requests();
      await runSuite(build, policy);
      await runDemo(build, ['chromium']);
      onTheWire.push(demo.requests() - before);
    }
    await demo.close();
    compared('requests on the wire, demo policy, Chromium', ...onTheWire, 0.55);
    const one = await inTurn(base, copy, ['chromium'], turns);
    compared('whole run, demo policy, Chromium: wall', ...one('seconds'), 0.6, ' s');
    compared('whole run, demo policy, Chromium: CPU', ...one('cpu'), 0.6, ' s');
    compared('whole run, demo policy, Chromium: memory', ...one('memory'), 0.8, ' MiB');
    const three = await inTurn(base, copy, allEngines, Math.ceil(turns / 3));
    compared('whole run, demo policy, three engines: wall', ...three('seconds'), 0.35, ' s');
    compared('whole run, demo policy, three engines: memory', ...three('memory'), 0.8, ' MiB');
  });
}

/** Runs both builds `turns` times in turn. Returns the median of each figure, of the base and of today's. */
async function inTurn(base, present, engines, turns) {
  const runs = { base: [], now: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const build of turn % 2 === 0 ? [base, present] : [present, base]) {
      const run = await runDemo(build, engines);
      console.error(`  ${build.name}, ${engines.join(', ')}: ${JSON.stringify(run)}`);
      runs[build.name].push(run);
    }
  }
  return (name) => [runs.base, runs.now].map((all) => median(all.map((run) => run[name])));
}

async function measureProbes() {
  const api = await startBenchApi();
  for (const [engine, count] of Object.entries(requests)) {
    const aim = probeAims[engine];
    try {
      const { probe, bare } = await measureProbe(api, engine, count);
      const ratio = probe / bare;
      rows.push([
        `${count} requests in ${engine}, to a bare loop of fetch()`,
        figure(bare / 1000, ' s'),
        figure(probe / 1000, ' s'),
        ratio.toFixed(2),
        `<= ${aim}`,
        held(ratio <= aim),
      ]);
    } catch (error) {
      if (engine === 'chromium' || error?.code !== 'browser-missing') throw error;
      console.error(`  ${engine} is left out: ${error.message}`);
    }
  }
  await api.close();
}

async function ordinary() {
  const api = await startBenchApi();
  const whole = await runSuite(present, thousandVerdicts(api.origin));
  const each = (await measureOrdinaryWay(api, ordinarySample)) / ordinarySample;
  const times = (each * whole.verdicts) / whole.seconds;
  rows.push([
    `${whole.verdicts} verdicts, to a context, page and goto for each`,
    figure(each * whole.verdicts, ' s'),
    figure(whole.seconds, ' s'),
    `1/${times.toFixed(0)}`,
    '<= 1/45',
    held(times >= 45),
  ]);
  await api.close();
}

function reports() {
  for (const api of ['correct', 'open']) {
    const { reported } = measureScale(40, api);
    for (const name of ['report.json', 'report.html']) {
      const megabytes = reported.files[name].bytes / 1e6;
      alone(
        `${name}, 40 routes, 3 origins, an API that is ${api}`,
        figure(megabytes, ' MB'),
        '<= 5 MB',
        megabytes <= 5,
      );
    }
  }
}

function scale() {
  const growth = growthOf(measureScale(20, 'correct'), measureScale(200, 'correct'));
  for (const { name, ratio } of growth) {
    alone(`${name} of a route, from 20 routes to 200`, '', '<= 1.1', ratio <= 1.1, ratio.toFixed(2));
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function figure(value, unit) {
  return `${Number.isInteger(value) ? value : value.toFixed(1)}${unit}`;
}
function held(isHeld) {
  return isHeld ? 'held' : 'missed';
}

function print(...lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    );
  }
}
