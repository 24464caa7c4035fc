import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'traefik-headers-middleware',
  stack: 'traefik',
  variant: 'the middleware headers, in front of an API that sends CORS headers itself',
  role: 'api',
  systems: ['traefik-3'],
  preferred: true,
  printed: 'api.yml',
  language: 'yaml',
  install: '',
  backend: 'own-cors',
  start: {
    argv: [
      '{system}/bin/traefik',
      '--entryPoints.api.address=127.0.0.1:{port}',
      '--providers.file.filename=api.yml',
      '--global.checkNewVersion=false',
      '--global.sendAnonymousUsage=false',
    ],
    // It listens before it has read its file.
    ready: { kind: 'answering', path: '/items' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'Traefik hands it to the API, and this is the answer of the API.' },
  sentToAll: {
    names: [
      'access-control-allow-credentials',
      'access-control-expose-headers',
      'access-control-allow-methods',
      'access-control-allow-headers',
      'access-control-max-age',
    ],
    why: 'The middleware sends its lists to everybody; without Access-Control-Allow-Origin they grant nothing.',
  },
  notes: [
    'The file is for the file provider, --providers.file.filename; labels of containers have the same names.',
  ],
  broken: [
    {
      id: 'upstream-headers-passed',
      defect: 'The Access-Control-Allow-Origin of the API is passed on to pages that are on no list.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin' },
    },
    {
      id: 'vary-missing',
      defect: 'addVaryHeader is left out, and its default is false.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
      hint: {
        on: 'any',
        text: 'The middleware headers sends Vary: Origin with addVaryHeader: true alone.',
      },
    },
    {
      id: 'check-first',
      defect:
        'A middleware before that of the headers refuses CORS-preflight requests, and others without the headers.',
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
        text: 'A middleware that stands before that of the headers and answers itself, such as basicAuth, forwardAuth or ipAllowList, answers without them, CORS-preflight requests too: put the headers first.',
      },
    },
  ],
});
