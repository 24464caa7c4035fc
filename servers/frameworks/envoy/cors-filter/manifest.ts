import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'envoy-cors-filter',
  stack: 'envoy',
  variant: 'the filters cors and header_mutation, in front of an API that sends CORS headers itself',
  role: 'api',
  systems: ['envoy-1'],
  preferred: true,
  printed: 'envoy.yaml',
  language: 'yaml',
  install: '',
  backend: 'own-cors',
  start: {
    argv: [
      '{system}/bin/envoy',
      '-c',
      'envoy.yaml',
      '--concurrency',
      '1',
      '--log-level',
      'error',
      '--disable-hot-restart',
    ],
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'Envoy hands it to the API, and this is the answer of the API.' },
  notes: [],
  broken: [
    {
      id: 'upstream-headers-passed',
      defect: 'The headers of the API are passed on, to pages that are on no list as well.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin' },
    },
    {
      id: 'vary-missing',
      defect: 'The filter cors stands alone, and sends no Vary.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
      hint: {
        on: 'any',
        text: 'The filter cors sends no Vary: append Vary: Origin by the filter header_mutation, before it in the list.',
      },
    },
    {
      id: 'check-before-cors',
      defect: 'A filter before cors refuses CORS-preflight requests, and others without the headers.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'preflight-origin-missing' },
      alsoRefused: [
        {
          scenario: {
            path: '/denied',
            method: 'GET',
            headers: [],
            body: null,
            credentialsMode: 'include',
            status: 403,
            readable: [],
          },
          diagnosis: 'origin-missing',
        },
      ],
      hint: {
        on: 'any',
        text: 'A filter that stands before cors and answers itself, such as jwt_authn, ext_authz or rbac, answers without the headers, CORS-preflight requests too: put cors before it.',
      },
    },
  ],
});
