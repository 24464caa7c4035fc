/**
 * Makes the requests of scripts/test-tools/requests.ts with each tool and in each engine that runs here, and writes
 * reports/conformance/test-tools.json: who asks a CORS-preflight request, and who reads.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines } from '../fixtures/engines.ts';
import { startEngine } from '../fixtures/stage/start-engine.ts';
import { provisionFolder } from '../servers/fix-runner/places.ts';
import { findBrowser } from '../src/browser/find-browser.ts';
import { whyAbsent } from '../src/browser/why-absent.ts';
import { printToolRow, type ToolCell, type ToolRow } from './docs/conformance/tool-rows.ts';
import { run } from './provision/run.mjs';
import { toolRequests } from './test-tools/requests.ts';
import { startToolServer } from './test-tools/tool-server.ts';
import { testTools, type TestTool } from './test-tools/tools.ts';

const pageOrigin = 'http://app.example.test';
const folder = join(provisionFolder, 'conformance', 'test-tools');
const modules = fileURLToPath(new URL('./test-tools/tools', import.meta.url));
const file = new URL('../reports/conformance/test-tools.json', import.meta.url);

const server = await startToolServer();
const rows: ToolRow[] = [];
for (const engine of Object.values(engines)) {
  const reason = await whyAbsent(engine);
  if (reason !== null) console.log(`${engine.name}: left out: ${reason}`);
  else rows.push(await engineRow(engine.id, engine.name));
}
for (const tool of testTools) {
  rows.push(await toolRow(tool));
  console.log(`${tool.name}: asked`);
}
await server.close();
await writeFile(file, `[\n${rows.map((row) => printToolRow(row)).join(',\n')}\n]\n`);

/** Makes a page of an engine send the requests, each from an empty cache. */
async function engineRow(
  id: keyof typeof engines & ('chromium' | 'firefox' | 'webkit'),
  name: string,
): Promise<ToolRow> {
  const { harness, close } = await startEngine(id);
  try {
    const page = await harness.openPage([new URL(server.origin).host], []);
    await page.moveTo(pageOrigin);
    const cells: ToolCell[] = [];
    for (const request of toolRequests) {
      const [seen] = await page.probe([
        {
          url: `${server.origin}/${request.id}`,
          method: request.method,
          headers: request.headers,
          body: request.body,
          credentialsMode: request.credentials,
          mode: 'cors',
          redirectMode: 'follow',
          api: 'fetch',
          held: false,
        },
      ]);
      const outcome = seen?.outcome;
      const total =
        outcome?.kind === 'response'
          ? outcome.headers.find(([header]) => header.toLowerCase() === 'x-total-count')
          : undefined;
      cells.push(cellOf(request.id, outcome?.kind === 'response' ? 'read' : 'refused', total !== undefined));
    }
    await page.close();
    return { id, name, version: harness.engine.version, isEngine: true, cells };
  } finally {
    await close();
  }
}

async function toolRow(tool: TestTool): Promise<ToolRow> {
  const own = join(folder, tool.id);
  await mkdir(own, { recursive: true });
  await writeFile(
    join(own, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: tool.packages }),
  );
  await cp(join(modules, tool.module), join(own, tool.module));
  if (Object.keys(tool.packages).length > 0) {
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: own });
  }
  server.takeSeen();
  const requests = toolRequests.map(({ id, method, headers, body, credentials }) => ({
    id,
    url: `${server.origin}/${id}`,
    method,
    headers,
    body,
    credentials,
  }));
  const chromium = engines.chromium === undefined ? null : findBrowser(engines.chromium);
  const env = {
    ...process.env,
    REQUESTS: JSON.stringify(requests),
    ORIGIN: pageOrigin,
    TOOL: tool.id,
    CHROMIUM: chromium?.executablePath ?? '',
  };
  const command =
    tool.runner === undefined ? process.execPath : join(own, 'node_modules', '.bin', tool.runner);
  const args = tool.runner === 'deno' ? ['run', '--allow-all'] : tool.runner === 'bun' ? ['run'] : [];
  const printed = await run(command, [...args, join(own, tool.module)], { cwd: own, env, timeout: 120_000 });
  const said = printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): { id: string; outcome: 'read' | 'refused'; total: string | null } => JSON.parse(line));
  const seen = server.takeSeen();
  const cells = toolRequests.map(({ id }): ToolCell => {
    const one = said.find((line) => line.id === id);
    const outcome = one?.outcome ?? 'refused';
    return { id, asks: seen.get(id)?.includes('OPTIONS') === true, outcome, total: one?.total != null };
  });
  return {
    id: tool.id,
    name: tool.name,
    version: await versionOf(tool, own),
    isEngine: false,
    cells: tool.hasCheck ? withoutHoles(cells) : cells,
  };
}

function cellOf(id: string, outcome: 'read' | 'refused', total: boolean): ToolCell {
  return { id, asks: server.takeSeen().get(id)?.includes('OPTIONS') === true, outcome, total };
}

/** Returns cells that say nothing of what a tool that has a check lets past: it is told to who makes the tool. */
function withoutHoles(cells: readonly ToolCell[]): ToolCell[] {
  const [engine] = rows;
  return cells.map((cell) => {
    const right = engine?.cells.find(({ id }) => id === cell.id);
    const isPast =
      (right?.outcome === 'refused' && cell.outcome === 'read') || (right?.total === false && cell.total);
    return isPast ? { ...cell, outcome: 'not told', total: false } : cell;
  });
}

async function versionOf({ packages }: TestTool, own: string): Promise<string> {
  const [name] = Object.keys(packages);
  if (name === undefined) return process.versions.node;
  const manifest: { readonly version: string } = JSON.parse(
    await readFile(join(own, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
