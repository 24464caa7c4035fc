import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadSystem } from '../../../servers/fix-runner/availability.ts';
import { expectations } from '../../../servers/fix-runner/conformance.ts';
import { loadFixes } from '../../../servers/fix-runner/load.ts';
import { systemsFolder } from '../../../servers/fix-runner/places.ts';
import { fillFix } from '../../../src/fix/fix.ts';
import { values } from './sample.ts';
import { sessionServers } from '../../../servers/sessions/servers.ts';
import { fronts } from '../../../servers/setups/fronts.ts';

const fixes = await loadFixes();
const systems = (await readdir(systemsFolder)).sort();

/** How many lines a broken twin may at most differ by, going and coming: it shows one defect. */
const largestDefect = 20;

test('every stack has exactly one fix to show first, and one of its WebSockets if it has any', () => {
  const stacks = new Map<string, string[]>();
  for (const { fix } of fixes) {
    const key = fix.role === 'websocket' ? `${fix.stack} of WebSockets` : fix.stack;
    stacks.set(key, [...(stacks.get(key) ?? []), ...(fix.preferred ? [fix.id] : [])]);
  }
  expect([...stacks].filter(([, preferred]) => preferred.length !== 1)).toEqual([]);
});

test('every system runs a fix, a session or a setup, and all of these run on a system', () => {
  const used = new Set([
    ...fixes.flatMap(({ fix }) => [...fix.systems]),
    ...[...Object.values(sessionServers), ...Object.values(fronts)].map(({ system }) => system),
  ]);
  expect([...used].sort()).toEqual(systems);
});

for (const id of systems) {
  test(`system ${id} asks for the same Node everywhere`, async () => {
    const { needs, versions } = await loadSystem(id);
    const text = await readFile(join(systemsFolder, id, 'package.json'), 'utf8').catch(() => null);
    if (text === null) return;
    const manifest: { readonly engines?: { readonly node: string } } = JSON.parse(text);
    const asked = manifest.engines?.node.replace('>=', '');
    if (asked !== undefined) {
      expect(needs.node).toBe(asked);
      // The tests run on Node 20, so what needs more brings it.
      expect(versions.map(({ from }) => from)).toContain('node');
    } else expect(Number(needs.node?.split('.')[0] ?? 0)).toBeLessThanOrEqual(20);
  });
}

for (const { fix, app, support, broken, applied } of fixes) {
  test.describe(fix.id, () => {
    test('prints a file of its own that holds what it is filled with', () => {
      const printed = app.get(fix.printed);
      expect(printed).toContain('{{');
      const used = fix.role === 'dev-proxy' ? 'backend' : 'origins';
      expect([...app.values()].join('\n')).toMatch(new RegExp(`\\{\\{(each )?${used}( joined)? as `));
    });

    test('can be filled, with and without credentials and exposed headers', () => {
      for (const template of app.values()) {
        const filled = [
          fillFix(template, values),
          fillFix(template, { ...values, credentials: false, exposedHeaders: [] }),
        ];
        expect(filled.filter((text) => text.includes('{{'))).toEqual([]);
      }
    });

    test('says nothing of max age where nothing is declared', () => {
      const lines = [...app.values()]
        .flatMap((template) => fillFix(template, { ...values, maxAgeSeconds: null }).split('\n'))
        .filter((line) => /max.?age/i.test(line));
      // What the API itself sends is taken away.
      expect(
        lines.filter((line) => !/Header unset|proxy_hide_header|^ *- access-control-|: ''$/.test(line)),
      ).toEqual([]);
    });

    test('says of no trusted origin that it is one, but for those it is filled with', () => {
      const other = { ...values, origins: ['https://other.example'] };
      const text = fillFix(app.get(fix.printed) ?? '', other);
      expect(
        text
          .match(/https?:\/\/[a-z0-9.-]*example[a-z.]*/g)
          ?.filter((url) => url !== 'https://other.example') ?? [],
      ).toEqual([]);
    });

    test('has twins that differ in one defect, each in its own way', () => {
      for (const [id, files] of broken) {
        const changes = [...files].map(([path, text]) =>
          changedLines(app.get(path) ?? support.get(path) ?? '', text),
        );
        const changed = changes.reduce((sum, count) => sum + count, 0);
        expect([id, changed > 0, changed <= largestDefect]).toEqual([id, true, true]);
      }
    });

    test('says in a hint what to look for in an API that has its layer, and keeps no files of others', () => {
      const hinted = fix.broken.flatMap(({ id, hint, seen }) =>
        hint === undefined ? [] : [{ id, isSaid: /^[A-Z`].*\.$/s.test(hint.text), by: seen.by }],
      );
      expect(hinted.filter(({ isSaid, by }) => !isSaid || by === 'start')).toEqual([]);
      const ids = new Set(hinted.map(({ id }) => id));
      expect([...applied].filter(([id, files]) => files.size > 0 && !ids.has(id))).toEqual([]);
    });

    test('is broken in a way that a browser sees', () => {
      const by = fix.broken.map(({ seen }) => seen.by);
      expect(by.some((one) => one !== 'wire')).toBe(true);
      if (fix.role === 'api') expect(by).toContain('browser');
    });

    test('names expectations that there are', () => {
      const named = fix.broken.flatMap(({ seen }) => (seen.by === 'wire' ? [seen.expectation] : []));
      expect(named.filter((name) => !Object.hasOwn(expectations, name))).toEqual([]);
    });
  });
}

/** Returns how many lines must go and come to make `after` of `before`: all but the longest common subsequence. */
function changedLines(before: string, after: string): number {
  const left = before.split('\n');
  const right = after.split('\n');
  let previous: readonly number[] = right.map(() => 0);
  for (const line of left) {
    const current: number[] = [];
    right.forEach((other, index) => {
      const diagonal = previous[index - 1] ?? 0;
      current.push(line === other ? diagonal + 1 : Math.max(previous[index] ?? 0, current[index - 1] ?? 0));
    });
    previous = current;
  }
  return left.length + right.length - 2 * (previous.at(-1) ?? 0);
}
