import { expect, test } from '../../support/judging.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

test('what a trusted page deletes has been asked for by strangers before', async ({ cors, corsHarness }) => {
  let isThere = true;
  let isByCurl = false;
  const requests: string[] = [];
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/users/1', methods: ['DELETE', 'GET'], send: true }],
      unknownPath: false,
    },
    ({ method, headers: { origin, 'user-agent': agent = '' } }, response) => {
      // The printed curl lines come last, some of them once more with what the browser sent.
      isByCurl ||= agent.startsWith('curl/');
      if (!isByCurl) requests.push(`${method ?? ''} ${origin ?? ''}`);
      response.setHeader('Vary', 'Origin');
      const isOpen = isThere && (method === 'GET' || origin === trusted);
      if (origin !== undefined && isOpen) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Methods', 'DELETE');
      }
      if (!isThere) response.statusCode = 404;
      if (method === 'DELETE') isThere = false;
      response.end();
    },
  );
  expect(requests.slice(-2)).toEqual([`OPTIONS ${trusted}`, `DELETE ${trusted}`]);
  const ofStrangers = verdicts.filter(
    ({ check, method, credentialsMode, detail }) =>
      check === 'unreadable' && method === 'GET' && credentialsMode === 'omit' && detail === '',
  );
  expect([...new Set(ofStrangers.map(({ status, diagnosis }) => `${status} ${diagnosis ?? ''}`))]).toEqual([
    'violates any-origin',
  ]);
});
