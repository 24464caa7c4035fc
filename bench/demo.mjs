import { subscribe } from 'node:diagnostics_channel';
import { createJiti } from 'jiti';

const { import: load } = createJiti(import.meta.url);

/** Starts the demo API; `requests()` returns how many it has been sent. */
export async function startDemo() {
  const { startDemoApi } = await load('../servers/api/demo-api.ts');
  const api = await startDemoApi();
  let requests = 0;
  subscribe('http.server.request.start', ({ request }) => {
    if (`http://${request.headers.host}` === api.origin) requests += 1;
  });
  return { ...api, requests: () => requests };
}

/** Returns the policy of the demo API, at `target`. */
export async function demoPolicy(target) {
  const { default: policy } = await load('../cors.policy.ts');
  return { ...policy, target };
}
