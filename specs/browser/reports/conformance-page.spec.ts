import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { engines } from '../../../fixtures/engines.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { guardProcess } from '../../../src/browser/guard-process.ts';
import { startDisplay } from '../../../src/browser/start-display.ts';
import type { EngineId } from '../../../src/model.ts';
import { miniBrowserEnvironment } from '../../../src/probe/webkit/minibrowser-environment.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const page = readFileSync(new URL('../../../docs/conformance.html', import.meta.url), 'utf8');

/** What a reader sees of the table before and after each choice. */
interface Seen {
  readonly title: string;
  readonly lines: number;
  readonly ofGo: number;
  readonly ofGoAndPoor: number;
  readonly said: string;
  readonly found: readonly string[];
  readonly sections: readonly string[];
  readonly address: string;
  readonly sheet: string;
}

/**
 * Reads the page in a frame, as its own policy lets no script but its own run in it, and sends what is seen to the server.
 * Every engine is started with nothing but an address, as a reader's is.
 */
const reader = `<!doctype html><iframe src="/conformance.html" width="1200" height="900"></iframe><script>
const frame = document.querySelector('iframe');
frame.addEventListener('load', async () => {
  const { document: read, location, Event } = frame.contentWindow;
  const isSeen = (element) => element.getClientRects().length > 0;
  const lines = () => [...read.querySelectorAll('tbody tr')].filter(isSeen);
  const choose = (name, value) => {
    const field = read.querySelector('[name=' + name + ']');
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const seen = { title: read.title, lines: lines().length };
  choose('ecosystem', 'go');
  seen.ofGo = lines().length;
  choose('tone', 'poor');
  seen.ofGoAndPoor = lines().length;
  seen.said = read.querySelector('output').textContent;
  choose('ecosystem', '');
  choose('tone', '');
  choose('text', 'Flask');
  seen.found = lines().map((line) => line.querySelector('.library').textContent);
  seen.sections = [...read.querySelectorAll('main > section:has(tbody) h2')].filter(isSeen).map((one) => one.firstChild.data.trim());
  seen.address = location.search;
  const cell = lines()[0].querySelector('button');
  cell.click();
  const sheet = read.getElementById(cell.getAttribute('popovertarget'));
  seen.sheet = isSeen(sheet) ? sheet.querySelector('code').textContent : '';
  await fetch('/seen', { method: 'POST', body: JSON.stringify(seen) });
});
</script>`;

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** Starts the browser of an engine at an address. Whoever asks ends it. */
async function startAt(id: EngineId, url: string): Promise<{ end(): void }> {
  const engine = engines[id];
  const executablePath = engine === undefined ? null : (findBrowser(engine)?.executablePath ?? null);
  if (engine === undefined || executablePath === null) throw new Error(`No installed ${id} was found.`);
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-reader-'));
  const display = id === 'webkit' ? await startDisplay() : null;
  const args: Readonly<Record<EngineId, readonly string[]>> = {
    chromium: ['--headless', '--no-sandbox', '--no-first-run', `--user-data-dir=${folder}`],
    firefox: ['--headless', '--no-remote', '--profile', folder],
    webkit: [],
  };
  const browser = spawn(executablePath, [...engine.args, ...args[id], url], {
    stdio: 'ignore',
    detached: true,
    env:
      display === null
        ? { ...process.env, HOME: folder }
        : miniBrowserEnvironment(display.name, folder, 'unneeded'),
  });
  const guard = browser.pid === undefined ? null : guardProcess(browser.pid, folder);
  return {
    end: () => {
      guard?.end();
      display?.close();
    },
  };
}

const lines = page.match(/<tr data-ecosystem="[^>]*>/g) ?? [];
const ofGo = lines.filter((line) => line.includes('"go"'));
const poor = ofGo.filter((line) => line.includes('"poor"'));

// The whole suite alone: what the page does is the same script in each engine, and changes seldom.
for (const id of engineChoice.harness) {
  test(`the table of CORS libraries is read, filtered and looked into in ${id}`, inWholeSuite, async () => {
    let told: (seen: Seen) => void;
    const seen = new Promise<Seen>((resolve) => (told = resolve));
    const server = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (request.method === 'POST') {
        void textOf(request).then((text) => {
          response.end();
          told(JSON.parse(text));
        });
      } else response.end(request.url?.startsWith('/conformance.html') === true ? page : reader);
    });
    const port = await listenOnLoopback(server);
    const browser = await startAt(id, `http://127.0.0.1:${port}/`);
    try {
      const { found, ...others } = await seen;
      expect(others).toEqual({
        title: 'What CORS libraries do',
        lines: lines.length,
        ofGo: ofGo.length,
        ofGoAndPoor: poor.length,
        said: `${poor.length} of ${lines.length} lines`,
        sections: ['Set up for the promise', 'With their defaults'],
        address: '?text=Flask',
        sheet: '> GET /items',
      });
      expect([...new Set(found)]).toEqual(['Flask-CORS']);
    } finally {
      browser.end();
      await closeServer(server);
    }
  });
}
