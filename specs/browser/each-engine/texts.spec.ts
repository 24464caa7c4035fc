import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { refusals } from '../../../src/diagnoses/refusals.ts';
import type { RefusalId } from '../../../src/diagnoses/vocabulary.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { authorityOf } from '../../../src/fetch-standard/urls.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import { pageOrigin, provocations } from './provocations.ts';

const isRefusal = (id: string): id is RefusalId => Object.hasOwn(provocations, id);

const server = createServer((request, response) => {
  const id = (request.url ?? '/').slice(1);
  const provocation = isRefusal(id) ? provocations[id] : {};
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  const { status, headers } = (isPreflight ? provocation.preflight : provocation.actual) ?? {
    status: 200,
    headers: [],
  };
  response.writeHead(
    status,
    headers.flatMap(([name, value]) => [name, fill(value, addresses())]),
  );
  response.end();
});
let port = 0;
const addresses = (): Record<string, string> => ({
  server: `http://127.0.0.1:${port}`,
  userinfo: `http://user:pass@127.0.0.1:${port}`,
});

test.beforeAll(async () => {
  port = await listenOnLoopback(server);
});
test.afterAll(() => closeServer(server));

for (const id of Object.keys(refusals).filter(isRefusal)) {
  test(`${id} is printed in exactly these words`, async ({ corsHarness: { definition }, cors }) => {
    const url = provocations[id].request?.url ?? `${addresses()['server']}/${id}`;
    const authority = `127.0.0.1:${port}`;
    const page = await cors.openPage([authority]);
    await page.moveTo(pageOrigin);
    const [observation] = await page.probe([probeRequest(url, provocations[id].request)]);
    if (observation === undefined) throw new Error('The page returned no observation.');
    const testimony = hearWitnesses(observation, definition, new Set([authority, authorityOf(url)]));
    const values = {
      url,
      origin: pageOrigin,
      document: `${pageOrigin}/`,
      api: definition.apiNames?.fetch ?? 'fetch',
      ...provocations[id].values,
    };
    expect({
      console: observation.console,
      testimony: testimony.kind === 'refused' ? testimony.diagnosis : testimony,
    }).toEqual({
      console: definition.refusals[id].texts.map((text) => fill(fill(text, values), addresses())),
      testimony: id,
    });
  });
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
