import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type TestInfo } from '@playwright/test';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import json from '../../../reports/formats/json.ts';
import { ownVersion } from '../../../src/words/own-version.ts';
import { writeReport } from '../../../reports/collect/write-report.ts';
import type { Report, Verdict } from '../../../src/model.ts';
import { sampleReport } from './sample-report.ts';

/** Makes a folder of modules, wherever the test's output lies. */
async function folderOf(testInfo: TestInfo, files: Readonly<Record<string, string>>): Promise<URL> {
  const folder = testInfo.outputPath('formats');
  await mkdir(folder, { recursive: true });
  const all = { 'package.json': '{ "type": "module" }', ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

const good = "export default { id: 'good', fileName: 'good.txt', render: (report) => report.target };";

test('the formats are those of the folder', async () => {
  const formats = await Promise.all((await formatFiles()).map(loadFormat));
  expect(formats.map(({ id, fileName }) => [id, fileName])).toEqual([
    ['code-quality', 'gl-code-quality-report.json'],
    ['comment', 'comment.md'],
    ['html', 'report.html'],
    ['json', 'report.json'],
    ['markdown', 'report.md'],
    ['sarif', 'report.sarif.json'],
    ['terminal', 'summary.txt'],
  ]);
});

test('declarations, maps and notes in the folder are no formats', async ({}, testInfo) => {
  const files = { 'good.js': good, 'good.d.ts': '', 'good.js.map': '', 'good.d.ts.map': '', 'README.md': '' };
  const found = await formatFiles(await folderOf(testInfo, files));
  expect(found.map(({ pathname }) => pathname.split('/').at(-1))).toEqual(['good.js']);
});

test('one format that fails stops no other, and is named', async ({}, testInfo) => {
  const formats = await folderOf(testInfo, {
    'broken.js':
      "export default { id: 'broken', fileName: 'broken.txt', render() { throw new Error('no'); } };",
    'empty.js': 'export default null;',
    'good.js': good,
    'renamed.js': good,
    'unparsable.js': 'throw new Error("at import");',
  });
  const folder = testInfo.outputPath('out/deep');
  expect(await writeReport(sampleReport(), folder, { formats })).toEqual({
    paths: [join(folder, 'good.txt')],
    failures: [
      'The report format broken.js failed: Error: no',
      'The report format empty.js failed: Error: empty.js must export defineFormat({ … }) as default.',
      'The report format renamed.js failed: Error: renamed.js calls its format "good": call it "renamed", like the file.',
      'The report format unparsable.js failed: Error: at import',
    ],
  });
});

test('a folder that cannot be made is reported', async ({}, testInfo) => {
  const file = testInfo.outputPath('file');
  await writeFile(file, '');
  const { paths, failures } = await writeReport(sampleReport(), join(file, 'out'));
  expect(paths).toEqual([]);
  expect(failures).toHaveLength(1);
});

test('report.json has one key order, whatever order a report has', () => {
  const report = sampleReport();
  const shuffled: Report = {
    ...backwards(report),
    verdicts: report.verdicts.map((verdict): Verdict => backwards(verdict)),
  };
  expect(json.render(shuffled)).toBe(json.render(report));
});

test('the version is that of this package', () => {
  expect(ownVersion()).toMatch(/^\d+\.\d+\.\d+/);
  expect(ownVersion('file:///nowhere/at/all.js')).toBe('unknown');
});

function backwards<Value extends object>(value: Value): Value {
  const copy = { ...value };
  for (const [key, own] of Object.entries(value).reverse()) {
    Reflect.deleteProperty(copy, key);
    Reflect.set(copy, key, own);
  }
  return copy;
}
