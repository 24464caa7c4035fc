import { subscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { createJiti } from 'jiti';

const { import: load } = createJiti(import.meta.url);

/** Starts the demo API that a build has, by plain http; `requests()` returns how many it has been sent. */
export async function startDemo({ root }) {
  const { startDemoApi } = await load(join(root, 'servers/api/demo-api.ts'));
  const api = await startDemoApi(null);
  let requests = 0;
  subscribe('http.server.request.start', ({ request }) => {
    if (`http://${request.headers.host}` === api.origin) requests += 1;
  });
  return { ...api, requests: () => requests };
}

/** Returns the policy of the demo API that a build has, at `target`. That of the earlier build is read by both. */
export async function demoPolicy({ root }, target) {
  const { default: policy } = await load(join(root, 'cors.policy.ts'));
  return JSON.parse(JSON.stringify({ ...policy, target }));
}
