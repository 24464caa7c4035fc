import { expect, test } from '@playwright/test';
import { setLevels } from '../../../src/plan/set-levels.ts';
import { validatePolicy } from '../../../src/policy/validate-policy.ts';
import { policyWith, problemsOf, routeWith } from './sample.ts';

const path = '/users';
const methods = ['GET'];
const rows = [
  {
    title: 'an id that does not exist',
    input: policyWith({ levels: { 'vary-origin-mising': 'warn', nonsense: 'warn' } }),
    message: [
      'The policy has 2 problems:',
      '- levels["vary-origin-mising"] is not the id of a diagnosis: did you mean "vary-origin-missing"?',
      '- levels.nonsense is not the id of a diagnosis: write one that a report names.',
    ].join('\n'),
  },
  {
    title: 'off without an object, and a level that there is not',
    input: policyWith({ levels: { 'origin-missing': 'off', 'any-origin': 'info' } }),
    message: [
      'The policy has 2 problems:',
      '- levels["origin-missing"] "off" is a string: write "error", "warn" or { off: "why it is off" }.',
      '- levels["any-origin"] "info" is a string: write "error", "warn" or { off: "why it is off" }.',
    ].join('\n'),
  },
  {
    title: 'off without a reason',
    input: routeWith({ levels: { 'any-origin': { off: ' ' } } }),
    message:
      'routes[0].levels["any-origin"] is off without a reason: say why, such as { off: "the gateway sets Vary" }.',
  },
  {
    title: 'what is no finding',
    input: policyWith({ levels: { 'connection-refused': { off: 'it is down at night' } } }),
    message:
      'levels["connection-refused"] keeps a check from reaching a verdict, which fails the gate whatever its level: remove it.',
  },
  {
    title: 'other levels for another method of one path',
    input: policyWith({
      routes: [
        { path, methods, levels: { 'any-origin': 'warn' } },
        { path, methods: ['DELETE'] },
        { path, methods, query: { page: 1 } },
        { path, methods: ['PUT'], query: 'page=1', levels: { 'any-origin': 'warn' } },
      ],
    }),
    message: [
      'The policy has 2 problems:',
      '- routes[1].levels differ from those of routes[0], which has the same path: a report names a route by its path: write the same in both.',
      '- routes[3].levels differ from those of routes[2], which has the same path: a report names a route by its path: write the same in both.',
    ].join('\n'),
  },
  {
    title: 'the switch that went before failOn',
    input: policyWith({ failOnHazards: true }),
    message: 'failOnHazards is not a key that a policy has here: did you mean "failOn"?',
  },
];

for (const { title, input, message } of rows) {
  test(`${title} is refused`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}

test('levels of a route go by the name that a report has for it', () => {
  const policy = validatePolicy(
    policyWith({
      levels: { 'vary-origin-missing': 'error' },
      routes: [
        { path, methods },
        {
          path,
          methods,
          query: 'page=2',
          levels: { 'vary-origin-missing': { off: 'one page, one origin' } },
        },
      ],
    }),
  );
  expect(setLevels(policy)).toEqual([
    { diagnosis: 'vary-origin-missing', route: null, level: 'error', reason: null },
    {
      diagnosis: 'vary-origin-missing',
      route: '/users?page=2',
      level: 'off',
      reason: 'one page, one origin',
    },
  ]);
});
