import { expect, test } from '@playwright/test';
import { stacks } from '../../../src/fix/stacks.ts';
import { errorWith, policyWith, problemsOf, routeWith, type Row } from './sample.ts';

const anObject = 'write an object: definePolicy({ … })';

const rows: readonly Row[] = [
  { title: 'undefined', input: undefined, message: `the policy is missing: ${anObject}.` },
  { title: 'null', input: null, message: `the policy is null: ${anObject}.` },
  { title: 'a list', input: [], message: `the policy is a list: ${anObject}.` },
  { title: 'a string', input: 'demo', message: `the policy "demo" is a string: ${anObject}.` },
  {
    title: 'an unknown key',
    input: policyWith({ colour: 'red' }),
    message:
      'colour is not a key that a policy has here: remove it; the keys are target, start, trustedOrigins, routes, failOn, levels, sessions, unknownPath, stack, proveFix, limits, alsoContact, secrets.',
  },
  {
    title: 'a misspelt key',
    input: routeWith({ credentails: 'include' }),
    message: 'routes[0].credentails is not a key that a policy has here: did you mean "credentials"?',
  },
  {
    title: 'a short key with two letters swapped',
    input: policyWith({ satck: 'nginx' }),
    message: 'satck is not a key that a policy has here: did you mean "stack"?',
  },
  {
    title: 'a short key with two letters wrong',
    input: policyWith({ stuff: 'nginx' }),
    message:
      'stuff is not a key that a policy has here: remove it; the keys are target, start, trustedOrigins, routes, failOn, levels, sessions, unknownPath, stack, proveFix, limits, alsoContact, secrets.',
  },
  {
    title: "another tool's name for a key",
    input: routeWith({ maxAge: 600 }),
    message: 'routes[0].maxAge is not a key that a policy has here: did you mean "preflightCacheSeconds"?',
  },
  {
    title: 'a misspelt limit',
    input: policyWith({ limits: { requestInFlight: 1 } }),
    message: 'limits.requestInFlight is not a key that a policy has here: did you mean "requestsInFlight"?',
  },
  {
    title: 'a misspelt key of how the API is started',
    input: policyWith({ start: { command: 'npm start', timeout: 1 } }),
    message: 'start.timeout is not a key that a policy has here: did you mean "timeoutMs"?',
  },
  {
    title: 'a command in place of how the API is started',
    input: policyWith({ start: 'npm start' }),
    message: 'start "npm start" is a string: write how it is started, such as { command: "npm start" }.',
  },
  {
    title: 'a misspelt key of a body',
    input: routeWith({
      methods: ['POST'],
      body: { contentType: 'text/plain', text: '', 'content type': 'a/b' },
    }),
    message:
      'routes[0].body["content type"] is not a key that a policy has here: did you mean "contentType"?',
  },
  {
    title: 'a misspelt key of an error request',
    input: errorWith({ sattus: 1 }),
    message: 'routes[0].errors[0].sattus is not a key that a policy has here: did you mean "status"?',
  },
  {
    title: 'one method instead of a list',
    input: routeWith({ methods: 'GET' }),
    message: 'routes[0].methods "GET" is a string: write a list of methods, such as ["GET", "POST"].',
  },
  {
    title: 'another choice of credentials',
    input: routeWith({ credentials: 'same-origin' }),
    message: 'routes[0].credentials "same-origin" is not one of the choices: write "omit" or "include".',
  },
  {
    title: 'a flag as text',
    input: policyWith({ failOn: 'no' }),
    message: 'failOn "no" is not one of the choices: write "error" or "warn".',
  },
  {
    title: 'header values as one text, which is not shown,',
    input: routeWith({ headers: 'authorization: Bearer hunter2' }),
    message: 'routes[0].headers [redacted] is a string: write names and values of headers.',
  },
  {
    title: 'a query value that is a flag',
    input: routeWith({ query: { all: true } }),
    message: 'routes[0].query is an object: write names and values, such as { page: "1" }.',
  },
  {
    title: 'an empty stack',
    input: policyWith({ stack: '' }),
    message: 'stack "" is empty: write a name such as "nginx", or leave it out.',
  },
  {
    title: 'a misspelt stack',
    input: policyWith({ stack: 'Expres' }),
    message: 'stack "Expres" is no stack that a fix is known for: did you mean "express"?',
  },
  {
    title: 'a stack without a fix',
    input: policyWith({ stack: 'cobol' }),
    message: `stack "cobol" is no stack that a fix is known for: leave it out, or write one of ${Object.keys(stacks).join(', ')}.`,
  },
  {
    title: 'a secret that is too short',
    input: policyWith({ secrets: ['abc'] }),
    message:
      'secrets[0] has fewer than 4 characters, so that redacting it would redact ordinary text: remove it.',
  },
  {
    title: 'no request in flight',
    input: policyWith({ limits: { requestsInFlight: 0 } }),
    message: 'limits.requestsInFlight 0 leaves room for no request: write a number above 0, or leave it out.',
  },
  {
    title: 'a fraction of a request in flight',
    input: policyWith({ limits: { requestsInFlight: 1.5 } }),
    message: 'limits.requestsInFlight 1.5 is not a whole number: write 2.',
  },
  {
    title: 'no request per second',
    input: policyWith({ limits: { requestsPerSecond: 0 } }),
    message:
      'limits.requestsPerSecond 0 leaves room for no request: write a number above 0, or leave it out.',
  },
  {
    title: 'a time that no timer can wait',
    input: policyWith({ limits: { runTimeoutMs: 3_000_000_000 } }),
    message: 'limits.runTimeoutMs 3000000000 is longer than a timer can wait: write 2147483647 or less.',
  },
  {
    title: 'a probe that may take longer than the run',
    input: policyWith({ limits: { probeTimeoutMs: 2000, runTimeoutMs: 1000 } }),
    message:
      'limits.probeTimeoutMs 2000 is longer than limits.runTimeoutMs 1000: give the run more time than one probe.',
  },
  {
    title: 'an infinite limit',
    input: policyWith({ limits: { responseBytes: Infinity } }),
    message:
      'limits.responseBytes Infinity is not a finite number: write a number of bytes, such as 1048576.',
  },
  {
    title: 'a further host with a scheme',
    input: policyWith({ alsoContact: ['https://login.example.com/'] }),
    message: 'alsoContact[0] "https://login.example.com/" is not a host: write "login.example.com".',
  },
  {
    title: 'a pattern of further hosts',
    input: policyWith({ alsoContact: ['*.example.com'] }),
    message: 'alsoContact[0] "*.example.com" is a pattern: list the hosts one by one.',
  },
  {
    title: 'a further host with port 0',
    input: policyWith({ alsoContact: ['login.example.com:0'] }),
    message:
      'alsoContact[0] "login.example.com:0" has port 0, which no server can be reached at: write the real port.',
  },
  {
    title: 'a further host that is none',
    input: policyWith({ alsoContact: ['log in'] }),
    message: 'alsoContact[0] "log in" is not a host: write one such as "login.example.com".',
  },
];

for (const { title, input, message } of rows) {
  test(`structure: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}
