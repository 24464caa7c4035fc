import { expect, test } from '@playwright/test';
import json from '../../../reports/formats/json.ts';
import markdown from '../../../reports/formats/markdown.ts';
import sarif from '../../../reports/formats/sarif.ts';
import terminal from '../../../reports/formats/terminal.ts';
import { renderPage } from '../../../reports/html/page.ts';
import { appRemarks, remarksOf } from '../../../reports/read/remarks.ts';
import { plain } from '../../../reports/words/markdown-text.ts';
import { plannedPatterns } from '../../../src/plan/planned-patterns.ts';
import type { Report, Verdict } from '../../../src/model.ts';
import { samples } from './sample-checks.ts';
import { reportOf, sampleReport, sampleRoutes } from './sample-report.ts';

const asking = (...paths: readonly string[]): Report =>
  reportOf(
    samples.filter(({ route }) => paths.includes(route)),
    sampleRoutes,
  );

test('a run that asked for some routes of the policy says how many', () => {
  expect([
    remarksOf(asking('/v1/status')),
    remarksOf(asking('/v1/status', '/v1/orders')),
    remarksOf(asking('/v1/status', '/v1/orders', '/v1/exports', '/v1/profile')),
  ]).toEqual([
    ["Only 1 of the policy's 4 routes was among the tests of this run."],
    ["Only 2 of the policy's 4 routes were among the tests of this run."],
    [],
  ]);
});

test('a request that is refused by a status, and was carried out, is told of', () => {
  const report = asking(...sampleRoutes.map(({ path }) => path));
  const read = report.verdicts.find(({ check, status }) => check === 'readable' && status === 'conforms');
  const hostile = report.verdicts.find(
    ({ check, status }) => check === 'unreadable' && status === 'conforms',
  );
  if (read === undefined || hostile === undefined) throw new Error('The sample has no such verdicts.');
  const answered = (verdict: Verdict, origin: string, status: number): Verdict => ({
    ...verdict,
    exchanges: [
      {
        purpose: 'actual',
        method: 'GET',
        url: 'https://api.example.com/v1/orders',
        requestHeaders: [['Origin', origin]],
        response: { status, headers: [['ETag', '"a"']], fromCache: false },
        failure: null,
      },
    ],
  });
  const verdicts = [answered(read, read.origin, 200), answered(hostile, hostile.origin, 403)];
  expect(remarksOf({ ...report, verdicts }).filter((remark) => remark.includes('carried out'))).toEqual([
    `GET ${hostile.route} from ${hostile.origin}, which is not trusted, is refused with status 403, but carried out: the answer has ETag: "a", which the handler sends. A list of origins that is looked at after the handler keeps the answer from the page, and not the request from the API.`,
  ]);
});

test('each format for people has it beside the gate', () => {
  const report = asking('/v1/status');
  const [remark = ''] = remarksOf(report);
  const lines = [...terminal.render(report).split('\n'), ...markdown.render(report).split('\n')];
  expect(lines.filter((line) => line.includes(remark))).toEqual([
    `Gate passed, exit code 0: ${remark}`,
    `- ${remark}`,
  ]);
  expect(renderPage(report)).toContain(`and none is against the policy. ${remark.replace("'", '&apos;')}`);
  expect(lines.filter((line) => line.startsWith('| `/v1/orders`'))).toEqual([
    '| `/v1/orders`<br>GET, POST | not checked |  |  |  |',
  ]);
});

test('a report says in which engine plain http on this machine was asked for by https', () => {
  const [engine] = sampleReport().engines;
  const of = (target: string, id: 'chromium' | 'webkit'): readonly string[] =>
    remarksOf({
      ...asking(...sampleRoutes.map(({ path }) => path)),
      target,
      engines: engine === undefined ? [] : [{ ...engine, id }],
    });
  expect([
    of('http://127.0.0.1:8080/v1', 'webkit'),
    of('http://localhost', 'webkit'),
    of('http://127.0.0.1:8080', 'chromium'),
    of('https://127.0.0.1:8080', 'webkit'),
    of('http://api.example.com', 'webkit'),
  ]).toEqual([
    [
      'To WebKit plain http on this machine is mixed content, so it asked http://127.0.0.1:8080 by https: TLS ended in this run, and the API was spoken to in plain http.',
    ],
    [
      'To WebKit plain http on this machine is mixed content, so it asked http://localhost by https: TLS ended in this run, and the API was spoken to in plain http.',
    ],
    [],
    [],
    [],
  ]);
});

test('every format says what a pattern of trusted origins means, and what stood for it', () => {
  const report = sampleReport();
  const remark =
    'The policy trusts every origin that https://*.shops.example.com covers, on /v1/profile: whoever takes over one name under shops.example.com reads (a forgotten DNS entry, a page of another team, a script injected there). Pages at https://north.shops.example.com stood for all of them.';
  expect(remarksOf(report)).toEqual([remark]);
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
  expect([
    oneLine(terminal.render(report)).includes(remark),
    markdown.render(report).includes(plain(remark)),
    oneLine(renderPage(report)).includes(`<li>${remark}</li>`),
    sarif
      .render(report)
      .includes(
        `"level": "note",\n              "message": {\n                "text": ${JSON.stringify(remark)}`,
      ),
    json.render(report).includes('https://*.shops.example.com'),
  ]).toEqual([true, true, true, true, true]);
});

test('what a promise says of its patterns tells any name from any port', () => {
  const of = (pattern: string) =>
    plannedPatterns({ public: false, trustedOrigins: [{ pattern, sample: [] }] }).map(
      ({ host, isAnyName, isAnyPort }) => [host, isAnyName, isAnyPort],
    );
  expect(
    [
      'https://*.example.com',
      'https://**.example.com',
      'http://localhost:*',
      'https://*.example.com:*',
    ].flatMap(of),
  ).toEqual([
    ['example.com', true, false],
    ['example.com', true, false],
    ['localhost', false, true],
    ['example.com', true, true],
  ]);
});

test('every format says of an app’s origin that no browser was there', () => {
  const whole = sampleReport();
  const origin = 'capacitor://localhost';
  const report: Report = {
    ...whole,
    gate: { ...whole.gate, ran: whole.gate.ran - 2, withoutBrowser: 2 },
    verdicts: whole.verdicts.map((verdict) =>
      verdict.origin === 'https://admin.example.com' ? { ...verdict, origin, withoutBrowser: true } : verdict,
    ),
  };
  const remark = `No browser of this run can be at ${origin}: of them the wire and the standard alone say what is shared (two witnesses, no browser).`;
  expect(appRemarks(report)).toEqual([remark]);
  expect(appRemarks(whole)).toEqual([]);
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const texts = [terminal, markdown, sarif].map((format) => oneLine(format.render(report)));
  expect(
    [...texts, oneLine(renderPage(report))].filter(
      (text) => !text.includes(remark) && !text.includes(plain(remark)),
    ),
  ).toEqual([]);
  expect(
    texts.slice(0, 2).map((text) => text.includes('39 of 47 checks ran, 2 without a browser, 6 follow')),
  ).toEqual([true, true]);
  // Beside the origin where it is listed, and where a finding names it.
  expect(texts.slice(0, 2).map((text) => text.split('two witnesses, no browser').length > 3)).toEqual([
    true,
    true,
  ]);
  expect(json.render(report)).toContain('"withoutBrowser":true');
});
