import { expect, test } from '@playwright/test';
import type { Exchange, HeaderList, Verdict } from '../../../src/model.ts';
import { carriedOut } from '../../../src/responder/carried-out.ts';
import { appReads, sampleTarget, sampleVerdict, type Sample } from '../reports/sample-verdict.ts';

const stranger = 'https://untrusted.test';
const json = ['Content-Type', 'application/json'] as const;
const total = ['X-Total-Count', '5'] as const;
const cors: HeaderList = [
  ['Access-Control-Allow-Origin', appReads.origin],
  ['Access-Control-Expose-Headers', 'x-total-count, x-request-limit'],
];
const strangers: Sample = { ...appReads, check: 'unreadable', origin: stranger, originRole: 'untrusted' };

const answered = (sample: Sample, status: number, headers: HeaderList): Verdict => {
  const exchange: Exchange = {
    purpose: 'actual',
    method: sample.method,
    url: `${sampleTarget}${sample.route}`,
    requestHeaders: [['Origin', sample.origin]],
    response: { status, headers, fromCache: false },
    failure: null,
  };
  return { ...sampleVerdict(sample), exchanges: [exchange] };
};

const missing = answered({ ...appReads, check: 'error-readable', route: '/missing' }, 404, [...cors, json]);
const length = (bytes: number) => ['Content-Length', String(bytes)] as const;

const rows: readonly {
  readonly title: string;
  readonly served: HeaderList;
  readonly refused: readonly [status: number, headers: HeaderList];
  readonly errors?: readonly Verdict[];
  readonly shown: HeaderList;
}[] = [
  {
    title: 'an error with a header that the handler exposes',
    served: [...cors, json, total],
    refused: [400, [json, total]],
    shown: [total],
  },
  {
    title: 'an error with the length of the answer',
    served: [...cors, json, length(812)],
    refused: [403, [json, length(812)]],
    shown: [length(812)],
  },
  {
    title: 'an error with the validator of the answer',
    served: [...cors, json, ['ETag', '"a"']],
    refused: [403, [json, ['ETag', '"a"']]],
    shown: [['ETag', '"a"']],
  },
  {
    title: 'an error of its own',
    served: [...cors, json, total, length(812)],
    refused: [403, [json, length(21)]],
    shown: [],
  },
  {
    title: 'a short error that is as long as a short answer by chance',
    served: [...cors, json, length(17)],
    refused: [403, [json, length(17)]],
    shown: [],
  },
  {
    title: 'a header that other errors have too',
    served: [...cors, json, ['X-Request-Limit', '100']],
    refused: [403, [json, ['X-Request-Limit', '100']]],
    errors: [
      answered({ ...appReads, check: 'error-readable', route: '/missing' }, 404, [
        json,
        ['X-Request-Limit', '100'],
      ]),
    ],
    shown: [],
  },
  {
    title: 'a header where no other error was seen',
    served: [...cors, json, total],
    refused: [403, [json, total]],
    errors: [],
    shown: [],
  },
  {
    title: 'an answer that is no error',
    served: [...cors, json, total],
    refused: [200, [json, total]],
    shown: [],
  },
];

for (const { title, served, refused, errors = [missing], shown } of rows) {
  test(`${title} says ${shown.length === 0 ? 'nothing' : 'that the request was carried out'}`, () => {
    const [status, headers] = refused;
    const verdicts = [answered(strangers, status, headers), answered(appReads, 200, served), ...errors];
    expect(carriedOut(verdicts)).toEqual(
      shown.length === 0 ? [] : [{ route: '/items', origin: stranger, method: 'GET', status, lines: shown }],
    );
  });
}
