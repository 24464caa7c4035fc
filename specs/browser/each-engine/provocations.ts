import type { RefusalId } from '../../../src/diagnoses/vocabulary.ts';
import type { HeaderList, ProbeRequest } from '../../../src/model.ts';

export interface Answer {
  readonly status: number;
  readonly headers: HeaderList;
}

/** One request and the answers that make it a refusal. `{server}` stands for the server's origin. */
export interface Provocation {
  readonly request?: Partial<ProbeRequest>;
  readonly preflight?: Answer;
  readonly actual?: Answer;
  /** What fills the placeholders of the engine's texts. */
  readonly values?: Readonly<Record<string, string>>;
}

export const pageOrigin = 'http://app.example';

const allowOrigin = ['Access-Control-Allow-Origin', pageOrigin] as const;
const shared: Answer = { status: 200, headers: [allowOrigin] };
const answer = (status: number, ...headers: HeaderList): Answer => ({ status, headers });
const put = { method: 'PUT' } as const;
const withCredentials = { credentialsMode: 'include' } as const;
const wildcard = ['Access-Control-Allow-Origin', '*'] as const;

/** Every refusal, by the simplest answers that make it. */
export const provocations: Readonly<Record<RefusalId, Provocation>> = {
  'origin-missing': { actual: answer(200), values: { status: '200' } },
  'origin-wildcard-with-credentials': { request: withCredentials, actual: answer(200, wildcard) },
  'origin-multiple': {
    actual: answer(200, allowOrigin, ['Access-Control-Allow-Origin', 'http://b.example']),
  },
  'origin-invalid': {
    actual: answer(200, ['Access-Control-Allow-Origin', 'true']),
    values: { value: 'true', status: '200' },
  },
  'origin-mismatch': {
    actual: answer(200, ['Access-Control-Allow-Origin', 'http://b.example']),
    values: { value: 'http://b.example', status: '200' },
  },
  'credentials-not-allowed': { request: withCredentials, actual: shared },
  'preflight-origin-missing': { request: put, preflight: answer(204), values: { status: '204' } },
  'preflight-origin-wildcard-with-credentials': {
    request: { ...put, ...withCredentials },
    preflight: answer(204, wildcard),
  },
  'preflight-origin-multiple': {
    request: put,
    preflight: answer(204, allowOrigin, ['Access-Control-Allow-Origin', 'http://b.example']),
  },
  'preflight-origin-invalid': {
    request: put,
    preflight: answer(204, ['Access-Control-Allow-Origin', 'true']),
    values: { value: 'true', status: '204' },
  },
  'preflight-origin-mismatch': {
    request: put,
    preflight: answer(204, ['Access-Control-Allow-Origin', 'http://b.example']),
    values: { value: 'http://b.example', status: '204' },
  },
  'preflight-credentials-not-allowed': {
    request: { ...put, ...withCredentials },
    preflight: answer(204, allowOrigin),
  },
  'preflight-status-not-ok': {
    request: put,
    preflight: answer(500, allowOrigin),
    values: { status: '500' },
  },
  'preflight-redirect': {
    request: put,
    preflight: answer(307, allowOrigin, ['Location', '/elsewhere']),
    values: { status: '307' },
  },
  'methods-malformed': {
    request: put,
    preflight: answer(204, allowOrigin, ['Access-Control-Allow-Methods', 'PUT;DELETE']),
    values: { value: 'PUT;DELETE' },
  },
  'headers-malformed': {
    request: { headers: [['X-Custom', '1']] },
    preflight: answer(204, allowOrigin, ['Access-Control-Allow-Headers', '@@']),
    values: { value: '@@' },
  },
  'method-not-allowed': { request: put, preflight: answer(204, allowOrigin), values: { method: 'PUT' } },
  'header-not-allowed': {
    request: { headers: [['X-Custom', '1']] },
    preflight: answer(204, allowOrigin),
    values: { name: 'x-custom', headerName: 'X-Custom' },
  },
  'redirect-with-credentials': {
    actual: answer(302, allowOrigin, ['Location', '{userinfo}/elsewhere']),
    values: { to: '{server}/elsewhere', location: '{userinfo}/elsewhere' },
  },
  'redirect-scheme-unsupported': {
    actual: answer(302, allowOrigin, ['Location', 'foo://bar/x']),
    values: { to: 'foo://bar/x' },
  },
  'request-mode-same-origin': { request: { mode: 'same-origin' } },
  'no-cors-redirect-mode': { request: { mode: 'no-cors', redirectMode: 'manual' } },
  'scheme-unsupported': { request: { url: 'foo://bar/x' } },
};
