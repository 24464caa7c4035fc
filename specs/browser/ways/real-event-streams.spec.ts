import { expect, test } from '../../../fixtures/test.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { eventStreams, type EventStreamId } from '../../../servers/event-streams/servers.ts';
import { startApp } from '../../../servers/fix-runner/start-app.ts';
import { versionsOf } from '../../frameworks/need.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeTarget } from '../../support/judge-target.ts';

test.skip(engineChoice.suite !== 'all', 'Real frameworks are asked in the whole suite.');

const app = 'https://app.example.com';
const both = ['fastify', 'flask'] as const;

/**
 * What is wrong with a stream, and what comes of it: of the trusted page's first request, of the one that its browser makes
 * when the stream has ended, and of a stranger's without credentials and with them.
 */
const rows: readonly (readonly [
  fault: string,
  ids: readonly EventStreamId[],
  first: string,
  again: string,
  stranger: readonly [string, string],
])[] = [
  ['', both, 'conforms', 'conforms', ['conforms', 'conforms']],
  ['endless', both, 'conforms', 'inapplicable', ['conforms', 'conforms']],
  ['ends for good', both, 'conforms', 'inapplicable', ['conforms', 'conforms']],
  ['hijacked', ['fastify'], 'origin-missing', 'inapplicable', ['conforms', 'conforms']],
  ['another path', ['flask'], 'origin-missing', 'inapplicable', ['conforms', 'conforms']],
  ['hijacked when resumed', ['fastify'], 'conforms', 'origin-missing', ['conforms', 'conforms']],
  ['lost when resumed', ['flask'], 'conforms', 'origin-missing', ['conforms', 'conforms']],
  ['no credentials', both, 'credentials-not-allowed', 'inapplicable', ['conforms', 'conforms']],
  [
    'star with credentials',
    both,
    'origin-wildcard-with-credentials',
    'inapplicable',
    ['any-origin', 'conforms'],
  ],
  ['any origin', both, 'conforms', 'conforms', ['any-origin', 'any-origin-with-credentials']],
  ['not a stream', both, 'inconclusive', 'inapplicable', ['inconclusive', 'inconclusive']],
  ['headers with the first event', both, 'inconclusive', 'inconclusive', ['inconclusive', 'inconclusive']],
];

for (const [fault, ids, first, again, stranger] of rows) {
  for (const id of ids) {
    test(`${id}: a stream ${fault === '' ? 'that is right' : `with the fault "${fault}"`} is judged by what pages get of it`, async ({
      cors,
      corsHarness,
    }) => {
      await versionsOf(eventStreams[id].system);
      const server = await startApp(id, eventStreams[id], { FAULT: fault });
      try {
        const verdicts = await judgeTarget(
          cors,
          corsHarness,
          {
            target: `http://127.0.0.1:${server.port}`,
            trustedOrigins: [app],
            routes: [{ path: '/events', kind: 'event-source', credentials: 'include' }],
            unknownPath: false,
            limits: { probeTimeoutMs: 4_000 },
          },
          { lookalikes: noLookalikes },
        );
        const told = verdicts.filter(({ check, origin }) => check !== 'redirect-free' && origin !== 'null');
        expect(told.map(({ status, diagnosis }) => (status === 'violates' ? diagnosis : status))).toEqual([
          first,
          again,
          ...stranger,
        ]);
      } finally {
        await server.stop();
      }
    });
  }
}
