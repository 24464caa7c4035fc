import { expect, test } from '@playwright/test';
import { collect } from '../../../reports/collect/collect.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';

const plan: TestPlan = {
  target: 'https://api.example.com',
  failOn: 'error',
  engine: null,
  routes: [{ path: '/users', methods: ['GET'] }],
  checks: [
    {
      id: 'readable GET /users https://app.example.com omit',
      position: 0,
      check: 'readable',
      route: '/users',
      origin: 'https://app.example.com',
      originRole: 'trusted',
      method: 'GET',
      credentialsMode: 'omit',
      detail: '',
      url: 'https://api.example.com/users',
    },
  ],
  fix: null,
};

test('one plan is owed by each engine whose project runs it, and what did not run is named with its engine', () => {
  const tests = (['firefox', 'webkit'] as const).map((engine) => ({
    title: 'GET /users keeps its CORS promise',
    plan: JSON.stringify(plan),
    engine,
    attempts: [],
  }));
  const { gate, verdicts } = collect(tests, '1.0.0');
  expect({ planned: gate.planned, ran: gate.ran, passed: gate.passed }).toEqual({
    planned: 2,
    ran: 0,
    passed: false,
  });
  expect(verdicts.map(({ id, engine }) => [id, engine.id])).toEqual([
    ['firefox readable GET /users https://app.example.com omit', 'firefox'],
    ['webkit readable GET /users https://app.example.com omit', 'webkit'],
  ]);
});
