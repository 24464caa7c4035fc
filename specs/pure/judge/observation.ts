import type { Exchange, HeaderList, Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';

const url = 'https://api.example.com/items';

/** Returns an exchange as it would be on the wire. */
export function exchange(purpose: Exchange['purpose'], status: number, headers: HeaderList): Exchange {
  const method = purpose === 'preflight' ? 'OPTIONS' : 'GET';
  return {
    purpose,
    method,
    url,
    requestHeaders: [],
    response: { status, headers, fromCache: false },
    failure: null,
  };
}

/** Returns an observation of a GET request from https://app.example.com whose response was shared. */
export function observation(overrides: Partial<Observation> = {}): Observation {
  const headers: HeaderList = [
    ['Access-Control-Allow-Origin', 'https://app.example.com'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
  ];
  return {
    engine: { id: 'chromium', version: '1' },
    pageOrigin: 'https://app.example.com',
    request: probeRequest(url, { credentialsMode: 'include' }),
    outcome: {
      kind: 'response',
      status: 200,
      type: 'cors',
      url,
      redirected: false,
      headers: [],
      bodyError: null,
    },
    console: [],
    exchanges: [exchange('actual', 200, headers)],
    refusal: null,
    failure: null,
    incomplete: null,
    ...overrides,
  };
}
