import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { PolicyInput } from '../../../src/policy/types.ts';
import { makeConsumer, standardSpec, type Consumer } from '../../support/consumer.ts';

const token = 'fd8b1c79e2a04';
// An address, as it has fewer look-alikes than a name: what is shown is the same.
const app = 'http://127.0.0.1:3000';

/** Every way in which Playwright records, and every reporter that it has. */
const recording = `{
  use: { trace: 'on', screenshot: 'on', video: 'on' },
  reporter: [[ours], ['html', { open: 'never', outputFolder: 'html' }], ['json', { outputFile: 'pw.json' }],
    ['junit', { outputFile: 'junit.xml' }], ['blob', { outputDir: 'blob' }], ['line']],
}`;

const open = { path: '/open', methods: ['GET'] };
const withSecret = {
  path: '/private',
  methods: ['GET'],
  requestHeaders: ['authorization'],
  headers: { authorization: `Bearer ${token}` },
};

/** Makes a consumer of an API that shows in its answers what it was sent, which has `routes`. */
async function recordingConsumer(
  routes: PolicyInput['routes'],
  spec?: 'browser' | 'standard',
): Promise<Consumer & { readonly seen: Set<string> }> {
  const seen = new Set<string>();
  const server = createServer(({ headers: { authorization = '', origin = '' } }, response) => {
    seen.add(authorization);
    if (origin === app) response.setHeader('Access-Control-Allow-Origin', app);
    response.setHeader('Access-Control-Allow-Headers', 'authorization');
    response.setHeader('X-Seen', authorization);
    response.setHeader('Set-Cookie', `session=${authorization.slice(7)}`);
    response.end(`<p>${authorization}</p>`);
  });
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: [app],
      routes,
      unknownPath: false,
    },
    recording,
    spec,
  );
  const remove = async (): Promise<void> => {
    await consumer.remove();
    await closeServer(server);
  };
  return { ...consumer, seen, remove };
}

test('nothing that Playwright records or reports holds a secret of the policy', async () => {
  const consumer = await recordingConsumer([open, withSecret]);
  const run = await consumer.run({ CORS_REPORT_DIR: join(consumer.folder, 'report') }, [
    '--trace=on',
    `--output=${join(consumer.folder, 'results')}`,
  ]);
  try {
    await run.ended;
    expect([...consumer.seen]).toContain(`Bearer ${token}`);
    const files = await filesBelow(consumer.folder);
    const names = files.map(({ name }) => name);
    for (const expected of ['html/index.html', 'pw.json', 'junit.xml', 'report/report.json'])
      expect(names).toContain(expected);
    const forms = [token, Buffer.from(`Bearer ${token}`).toString('base64').slice(4, -4)];
    const holding = files.filter(({ content }) => forms.some((form) => content.includes(form)));
    expect(holding.map(({ name }) => name)).toEqual(['cors.policy.json']);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

test('a spec file that wants a trace is refused with the reason, before anything is asked', async () => {
  const consumer = await recordingConsumer([withSecret], standardSpec);
  const spec = join(consumer.folder, 'cors.spec.ts');
  const source = await readFile(spec, 'utf8');
  await writeFile(
    spec,
    `import { test } from '@playwright/test';\ntest.use({ trace: 'retain-on-failure' });\n${source}`,
  );
  const run = await consumer.run();
  try {
    const { output, exitCode } = await run.ended;
    expect(output).toContain(
      'Nothing was asked, because trace would record what the policy keeps secret: remove test.use({ trace }) from the spec file that calls corsTarget().',
    );
    expect([...consumer.seen]).toEqual([]);
    expect(exitCode).toBe(4);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

interface Found {
  readonly name: string;
  readonly content: string;
}

/** Resolves to every file below `folder`, and what is in each zip, also in one that an HTML page holds as base64. */
async function filesBelow(folder: string): Promise<Found[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: Found[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    found.push(...contentsOf(path.slice(folder.length + 1), await readFile(path)));
  }
  return found;
}

function contentsOf(name: string, bytes: Buffer): Found[] {
  const content = bytes.toString('latin1');
  const embedded = /data:application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(content)?.[1];
  const zip = embedded === undefined ? bytes : Buffer.from(embedded, 'base64');
  return [{ name, content }, ...inZip(zip).flatMap((one) => contentsOf(`${name}!${one.name}`, one.bytes))];
}

/** Returns the members that the central directory of a zip lists; none of what is no zip. */
function inZip(zip: Buffer): { readonly name: string; readonly bytes: Buffer }[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (zip.subarray(0, 2).toString() !== 'PK' || end === -1) return [];
  const members: { name: string; bytes: Buffer }[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    members.push({
      name: zip.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString(),
      bytes: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return members;
}
