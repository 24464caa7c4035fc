import type { CaseRequest } from './case.ts';
import type { ProbeRequest } from '../model.ts';
import { probeRequest } from '../plan/probe-request.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';

/** Returns the request of a case as a page makes it. */
export function toProbeRequest(request: CaseRequest, addresses: CaseAddresses): ProbeRequest {
  const { page, server = 'api', path = '/', url, body, waitMs, ...members } = request;
  return probeRequest(fillAddresses(url ?? `{${server}}${path}`, addresses), {
    ...members,
    body: body ?? null,
  });
}
