import { expect, test } from '@playwright/test';
import { outcomesOf } from '../../../reports/read/outcome.ts';
import { renderPage } from '../../../reports/html/page.ts';
import { samples } from './sample-checks.ts';
import { reportOf, sampleReport, sampleRoutes } from './sample-report.ts';

const textsOf = (...diagnoses: readonly (string | null)[]): readonly string[] =>
  outcomesOf(
    reportOf(
      samples.filter(({ diagnosis }) => diagnoses.includes(diagnosis ?? null)),
      sampleRoutes,
    ),
  ).map(({ text }) => text);

test('a report says first, the worst before the rest, on which routes it is so, and who has to act', () => {
  expect(outcomesOf(sampleReport())).toEqual([
    {
      text: '/v1/profile and /v1/exports are readable by pages that must not read them.',
      anchor: 'violation-1',
      numbers: [1, 2, 5],
    },
    {
      text: '/v1/profile and /v1/exports are broken for pages that the policy trusts.',
      anchor: 'violation-3',
      numbers: [3, 4],
    },
    { text: '/v1/exports is not judged to the end.', anchor: 'inconclusive', numbers: [] },
    {
      text: '/v1/exports works, but breaks behind a cache, for a second origin or in another engine.',
      anchor: 'hazard-1',
      numbers: [6],
    },
    { text: 'Who has to act: the back end.', anchor: 'violation-1', numbers: [] },
    { text: '1 finding is accepted, until 2027-03-31.', anchor: 'accepted', numbers: [] },
    { text: '1 accepted finding is past the last day.', anchor: 'matrix', numbers: [] },
    { text: '1 accepted finding is no longer there.', anchor: 'matrix', numbers: [] },
    { text: 'The policy has turned off 1 finding.', anchor: 'off', numbers: [] },
  ]);
});

test('one route is named, and nothing is said where nothing is wrong', () => {
  expect(textsOf('opaque-origin-trusted')).toEqual([
    '/v1/profile is readable by pages that must not read it.',
    'Who has to act: the back end.',
  ]);
  expect(textsOf()).toEqual([]);
});

test('each sentence on the page leads to what it is about', () => {
  const page = renderPage(sampleReport());
  const anchors = outcomesOf(sampleReport()).map(({ anchor }) => anchor);
  expect(anchors.filter((anchor) => !page.includes(`id="${anchor}"`))).toEqual([]);
  expect(anchors.filter((anchor) => !page.includes(`<a href="#${anchor}">`))).toEqual([]);
});

test('the page shows the findings before the matrix, and in it first for whom something is wrong', () => {
  const page = renderPage(sampleReport());
  const order = ['id="violations"', 'id="hazards"', 'id="inconclusive"', 'id="matrix"', 'id="fixes"'];
  const places = order.map((mark) => page.indexOf(mark));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const hosts = [...page.matchAll(/class="origin[^]*?<span class="host"[^>]*>([^]*?)<\/span/g)].map(
    ([, host = '']) => host.replaceAll('<wbr />', '').replaceAll('<wbr>', '').trim(),
  );
  expect(hosts).toEqual([
    'https://app.example.com',
    'https://admin.example.com',
    'null',
    'http://app.example.com',
    'https://app.example.com.evil.example',
    'https://evil.example',
    'https://appxexample.com',
  ]);
});
