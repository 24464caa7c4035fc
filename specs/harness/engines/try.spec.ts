import { test } from '../../../fixtures/test.ts';
import { startDemoApi } from '../../../servers/demo-api.ts';
test.use({ corsEngine: 'firefox' });
test('try', async ({ cors }) => {
  const api = await startDemoApi();
  for (const [o, from, init] of [
    ['/items', 'https://app.example.com', {}],
    ['/items', 'https://evil.example', {}],
    ['/items', 'null', {}],
    ['/items', 'https://app.example.com', { method: 'PUT' }],
    ['/items', 'https://app.example.com', { method: 'PUT', held: true }],
    ['/items', 'https://app.example.com', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', held: true }],
    ['/items', 'http://localhost', { method: 'GET', held: true }],
  ] as const) {
    const t = Date.now();
    const a = await cors.request(api.origin + o, { from, ...init });
    console.log(Date.now() - t, JSON.stringify(a.observation.outcome).slice(0, 150), JSON.stringify(a.testimony), a.observation.console, a.observation.refusal?.code, a.observation.exchanges.map((e) => `${e.purpose} ${e.method} ${e.url} ${e.response?.status}`), a.observation.failure);
  }
  await api.close();
});
