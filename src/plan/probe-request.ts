import type { ProbeRequest } from '../model.ts';

/** Returns a request with the defaults of `fetch()`. */
export function probeRequest(url: string, init: Partial<Omit<ProbeRequest, 'url'>> = {}): ProbeRequest {
  return {
    url,
    method: 'GET',
    headers: [],
    body: null,
    credentialsMode: 'same-origin',
    mode: 'cors',
    redirectMode: 'follow',
    api: 'fetch',
    held: false,
    ...init,
  };
}
