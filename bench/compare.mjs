/**
 * Judges the same wrong servers by an earlier build, which is taken from git, and by today's, and prints in what their verdicts
 * differ, each difference with its reason. Not for CI: it takes minutes. Exits with 1 if a difference has no reason.
 * `--base=<revision>` names another build.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';
import { openBuilds } from './builds.mjs';
import { reasonFor } from './reasons.mjs';

const { import: load } = createJiti(import.meta.url);
const { faults } = await load('../specs/browser/real/faults.ts');
const { promiseFor, servers } = await load('../specs/browser/real/servers.ts');
const { correctSettings } = await load('../servers/real/settings.ts');

const { values } = parseArgs({
  options: { base: { type: 'string' }, most: { type: 'string', default: '1000' } },
});
const [first, ...others] = Object.keys(servers).filter((name) => name !== 'nginx');
/** Each fault of one server, and of the others those by which everybody reads. */
const judged = [
  ...faults.map((fault) => ({ name: first, fault })),
  ...others.flatMap((name) =>
    faults
      .filter(({ change }) => change.origin === 'echo' || change.origin === '*')
      .map((fault) => ({ name, fault })),
  ),
].slice(0, Number(values.most));

const builds = openBuilds(values.base);
const script = fileURLToPath(new URL('./judge-by-build.mjs', import.meta.url));
const judges = await Promise.all([builds.base, builds.present].map(({ root }) => startJudge(root)));
const differences = new Map();
let same = 0;
for (const { name, fault } of judged) {
  const server = await servers[name]({ ...correctSettings, ...fault.change });
  const policy = { ...promiseFor(server.origin, fault.trusted), proveFix: false };
  const lists = [];
  for (const judge of judges) lists.push(await askJudge(judge, policy));
  await server.close();
  compare(...lists, `${name}: ${fault.id}`);
  console.error(`  ${name}: ${fault.id}: ${lists.map((list) => list.length).join(' and ')} verdicts`);
}
for (const judge of judges) judge.send(null);
builds.close();

console.log(
  `${judged.length} servers. ${same} verdicts are the same in both builds: status, diagnosis, fingerprint.`,
);
for (const { what, count, where, reason } of [...differences.values()].sort((a, b) => b.count - a.count)) {
  console.log(
    `${String(count).padStart(6)}  ${what} (${where.size < 3 ? [...where].join('; ') : `${where.size} servers`})\n        ${reason ?? 'NO REASON IS KNOWN.'}`,
  );
}
process.exitCode = [...differences.values()].some(({ reason }) => reason === null) ? 1 : 0;

async function startJudge(root) {
  const judge = fork(script, [root]);
  await once(judge, 'message');
  return judge;
}

async function askJudge(judge, policy) {
  judge.send(policy);
  const [verdicts] = await once(judge, 'message');
  return verdicts;
}

function compare(before, now, where) {
  const told = new Map(before.map((verdict) => [verdict.id, verdict]));
  for (const verdict of now) {
    const earlier = told.get(verdict.id) ?? null;
    told.delete(verdict.id);
    note(earlier, verdict, where);
  }
  for (const earlier of told.values()) note(earlier, null, where);
}

function note(before, now, where) {
  const of = (verdict) =>
    verdict === null
      ? 'no such check'
      : `${verdict.status}${verdict.diagnosis === null ? '' : ` ${verdict.diagnosis}`}`;
  const hasSame = of(before) === of(now) && before.fingerprint === now.fingerprint;
  const follows = now?.followsFrom !== null && now?.followsFrom !== undefined;
  if (hasSame && !follows) {
    same += 1;
    return;
  }
  const { check, originRole } = now ?? before;
  const how = hasSame
    ? `${of(now)}, ran; it follows now`
    : `${of(before)}; now ${of(now)}${follows ? ', follows' : ''}`;
  const renamed = of(before) === of(now) && !hasSame ? ', with another fingerprint' : '';
  const what = `${check}, ${originRole}: ${how}${renamed}`;
  const noted = differences.get(what) ?? { what, count: 0, where: new Set(), reason: reasonFor(before, now) };
  noted.count += 1;
  noted.where.add(where);
  differences.set(what, noted);
}
