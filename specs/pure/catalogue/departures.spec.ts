import { expect, test } from '@playwright/test';
import { cases } from '../../../fixtures/cases.ts';
import { departures } from '../../../fixtures/departures.ts';
import { engines } from '../../../fixtures/engines.ts';
import firefox from '../../../fixtures/engines/firefox.ts';
import type { MisconfigurationCase } from '../../../src/catalogue/case.ts';
import { idleMembers } from './idle-members.ts';

const caseOf = (id: string): MisconfigurationCase => {
  const found = cases.find((definition) => definition.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
};

for (const engine of Object.values(engines)) {
  test(`every departure of ${engine.name} departs from its case, in each of its members`, () => {
    const idle = Object.entries(departures.get(engine.id) ?? {}).flatMap(([id, departure]) =>
      idleMembers(caseOf(id), departure, engine).map((name) => `${id}: ${name}`),
    );
    expect(idle).toEqual([]);
  });
}

test('a departure that departs from nothing is found', () => {
  const definition = caseOf('origin-missing');
  const text =
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.';
  const idle = (expected: Parameters<typeof idleMembers>[1]['expected']): string[] =>
    idleMembers(definition, { reason: 'It does nothing else.', expected }, firefox);
  expect(idle({ diagnosis: 'origin-missing', exchanges: ['GET /'], console: [text] })).toEqual([
    'diagnosis',
    'exchanges',
    'console',
  ]);
  expect(idle({ diagnosis: 'origin-invalid', exchanges: ['GET /', 'GET /'], console: [`${text}.`] })).toEqual(
    [],
  );
});

test('what an engine cannot show is written down case by case', () => {
  const inapplicable = [...departures].flatMap(([engine, own]) =>
    Object.entries(own).flatMap(([id, departure]) =>
      departure.inapplicable === true ? [`${engine} ${id}`] : [],
    ),
  );
  const unshown = [
    'local-network-access-denied',
    'local-network-access-denied-of-event-source',
    'local-network-access-denied-of-image',
    'local-network-access-denied-of-websocket',
    'local-network-access-denied-of-worker',
    'local-network-access-insecure-page',
    'local-network-address-space-differs',
    'stream-upload-http2-missing',
    'stream-upload-preflight-missing',
  ];
  expect(inapplicable.toSorted()).toEqual(
    [
      ...['firefox', 'webkit'].flatMap((engine) => unshown.map((id) => `${engine} ${id}`)),
      'webkit prefetch-origin-missing',
    ].toSorted(),
  );
});
