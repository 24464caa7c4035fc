/**
 * A step of `measureScale`, in a process of its own, so that its memory is its own: `judge <routes> <folder> <api>` plans a
 * policy of so many routes, judges it and leaves there what its tests would attach; `report <folder>` makes a report of it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createJiti } from 'jiti';
import { largePolicy, origins, target } from './large-policy.mjs';

/** As many as the suite judges together. */
const together = 8;

async function judge(routes, folder, api) {
  const { deriveCases } = await import('../dist/src/plan/derive-cases.js');
  const { validatePolicy } = await import('../dist/src/policy/policy.js');
  const { planAnnotation, verdictsAttachment } = await import('../dist/src/plan/report-contract.js');
  const { plannedFix } = await import('../dist/src/plan/planned-fix.js');
  const { runTarget } = await import('../dist/src/run/run-target.js');
  const jiti = createJiti(import.meta.url);
  const { standardEngineBy } = await jiti.import('../specs/support/standard-page.ts');
  const engine = standardEngineBy(answers[api]);
  const judged = async (count, leave) => {
    const policy = validatePolicy(largePolicy(count));
    const startedAt = process.cpuUsage();
    const plans = deriveCases(policy, 'chromium');
    const planned = cpuSince(startedAt);
    let position = 0;
    const listed = policy.routes.map(({ path, methods }) => ({ path, methods }));
    let verdicts = 0;
    for (let first = 0; first < plans.length; first += together) {
      const some = plans.slice(first, first + together);
      const lists = await runTarget(some, policy, engine, openPage(engine));
      for (const [index, { checks, promise }] of some.entries()) {
        verdicts += lists[index].length;
        leave?.(`${first + index}`, {
          plan: planAnnotation({
            target,
            failOn: policy.failOn,
            engine: null,
            routes: listed,
            checks: checks.map((check) => ({
              ...check,
              expectation: undefined,
              id: check.id.replace(/^chromium /, ''),
              position: position++,
            })),
            fix: plannedFix(promise, policy.stack),
          }).description,
          attachment: verdictsAttachment(lists[index])[1].body,
        });
      }
    }
    const requests = plans.reduce((sum, { probes }) => sum + probes.length, 0);
    return { verdicts, requests, planned, judged: cpuSince(startedAt) - planned };
  };
  // What compiles does not count.
  await judged(2);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const before = process.memoryUsage().rss;
  const figures = await judged(routes, (name, { plan, attachment }) => {
    writeFileSync(`${folder}/${name}.plan`, plan);
    writeFileSync(`${folder}/${name}.json`, attachment);
  });
  return { ...figures, memory: peak() - before };
}

/** A correct API, one that lets everybody read with credentials, and one that lets nobody. */
const answers = {
  correct: answering((origin) => origins.includes(origin)),
  open: answering((origin) => origin !== undefined),
  closed: answering(() => false),
};

/** Answers with what servers send beside, and grants what `isGranted` says. */
function answering(isGranted) {
  return (_url, method, headers) => {
    const origin = headers.find(([name]) => name.toLowerCase() === 'origin')?.[1];
    const granted = isGranted(origin)
      ? [
          ['Access-Control-Allow-Origin', origin],
          ['Access-Control-Allow-Credentials', 'true'],
          ...(method === 'OPTIONS' ? [['Access-Control-Allow-Methods', 'GET, PUT']] : []),
        ]
      : [];
    const body = method === 'OPTIONS' ? [] : [['Content-Type', 'application/json; charset=utf-8']];
    answered += 1;
    return Promise.resolve({
      status: method === 'OPTIONS' ? 204 : 200,
      headers: [
        ...granted,
        ['Vary', 'Origin'],
        ...body,
        ['Date', new Date(1e12 + answered * 10).toUTCString()],
        ['X-Request-Id', (answered * 0x9e3779b1).toString(16).padStart(16, '0')],
      ],
    });
  };
}
let answered = 0;

/** Opens a page as Chromium's are: with the request headers and the console texts of a browser. */
const openPage =
  ({ harness }) =>
  async (...of) => {
    const page = await harness.openPage(...of);
    const own = page.probe;
    page.probe = async (...requests) => (await own(...requests)).map(asInChromium);
    return page;
  };

function asInChromium(observation) {
  const { pageOrigin, request, refusal } = observation;
  return {
    ...observation,
    exchanges: observation.exchanges.map((exchange) => ({
      ...exchange,
      requestHeaders: [
        ['Host', 'api.example.com'],
        ...exchange.requestHeaders,
        ['Accept-Encoding', 'gzip, deflate, br, zstd'],
        ['Accept-Language', 'en-US,en;q=0.9'],
        ['Referer', `${pageOrigin}/`],
        ['Sec-Fetch-Dest', 'empty'],
        ['Sec-Fetch-Mode', request.mode],
        ['Sec-Fetch-Site', 'cross-site'],
        [
          'User-Agent',
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0',
        ],
      ],
    })),
    console:
      refusal === null
        ? []
        : [
            `Access to fetch at '${request.url}' from origin '${pageOrigin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
            'Failed to load resource: net::ERR_FAILED',
          ],
  };
}

async function report(folder) {
  const { planText } = await import('../dist/src/plan/report-contract.js');
  const { loadPrintableFixes } = await import('../dist/src/fix/library.js');
  const { collect } = await import('../dist/reports/collect/collect.js');
  const { formatFiles, loadFormat } = await import('../dist/reports/collect/discover-formats.js');
  const library = await loadPrintableFixes();
  const formats = await Promise.all((await formatFiles()).map((file) => loadFormat(file)));
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.plan') ? [name.slice(0, -5)] : []));
  names.sort((a, b) => a - b);
  // As Playwright holds them.
  const left = names.map((name) => ({
    name,
    plan: readFileSync(`${folder}/${name}.plan`, 'utf8'),
    body: readFileSync(`${folder}/${name}.json`),
  }));
  const before = process.memoryUsage().rss;
  const startedAt = process.cpuUsage();
  const tests = left.map(({ name, plan, body }) => ({
    title: name,
    plan: planText(plan),
    attempts: [{ attachments: [body.toString('utf8')], problem: null }],
  }));
  const whole = collect(tests, '0.0.0', library);
  const collected = cpuSince(startedAt);
  const files = {};
  for (const { fileName, render } of formats) {
    const from = process.cpuUsage();
    writeFileSync(`${folder}/${fileName}`, render(whole));
    files[fileName] = { bytes: statSync(`${folder}/${fileName}`).size, seconds: cpuSince(from) };
  }
  return {
    verdicts: whole.verdicts.length,
    attachments: left.reduce((sum, { body }) => sum + body.length, 0),
    collected,
    formatted: cpuSince(startedAt) - collected,
    files,
    memory: peak() - before,
  };
}

/** Returns seconds of this process. */
function cpuSince(startedAt) {
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1e6;
}

function peak() {
  return process.resourceUsage().maxRSS * 1024;
}

const [step, ...args] = process.argv.slice(2);
const figures = step === 'judge' ? await judge(Number(args[0]), args[1], args[2]) : await report(args[0]);
console.log(JSON.stringify(figures));
