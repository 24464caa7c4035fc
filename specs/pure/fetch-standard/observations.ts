import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';
import type { StandardExchange, StandardRequest } from '../../../src/fetch-standard/standard-request.ts';

/** What a browser made of a request. A property that was not observed is left out. */
export type Observed = z.infer<typeof observedSchema>;

export interface ObservedCase {
  readonly id: string;
  readonly request: StandardRequest;
  readonly exchanges: readonly StandardExchange[];
  readonly observed: Observed;
}

export interface Observations {
  readonly browser: string;
  readonly cases: readonly ObservedCase[];
  /** Cases of the same run that no standard request or exchange describes, by reason. */
  readonly leftOut: readonly { readonly reason: string; readonly ids: readonly string[] }[];
}

/**
 * Reads an observations file. A request is written as `METHOD URL` and its header lines, an exchange as
 * `purpose METHOD URL status` and its response's header lines, with CRLF between lines. What a request leaves
 * out is the default of fetch(). Throws a ZodError when the file has another form.
 */
export function readObservations(file: URL): Observations {
  const { browser, cases, leftOut } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { browser, cases: cases.map(toCase), leftOut };
}

const observedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('response'),
    status: z.number().optional(),
    type: z.string().optional(),
    redirected: z.boolean().optional(),
    readableHeaderNames: z.array(z.string()).optional(),
  }),
  z.strictObject({
    outcome: z.literal('network-error'),
    corsError: z.string().optional(),
    parameter: z.string().optional(),
    netError: z.string().optional(),
    blockedReason: z.string().optional(),
  }),
  z.strictObject({ outcome: z.literal('exception'), message: z.string() }),
]);

const caseSchema = z.strictObject({
  id: z.string(),
  page: z.string().default('http://localhost:8000'),
  request: z.string(),
  credentialsMode: z.enum(['omit', 'same-origin', 'include']).default('same-origin'),
  mode: z.enum(['cors', 'no-cors', 'same-origin']).default('cors'),
  redirectMode: z.enum(['follow', 'error', 'manual']).default('follow'),
  uploadListeners: z.boolean().default(false),
  streamingBody: z.boolean().default(false),
  exchanges: z.array(z.string()),
  observed: observedSchema,
});

const fileSchema = z.strictObject({
  browser: z.string(),
  cases: z.array(caseSchema),
  leftOut: z.array(z.strictObject({ reason: z.string(), ids: z.array(z.string()) })),
});

function toCase(row: z.infer<typeof caseSchema>): ObservedCase {
  const { id, page, request, exchanges, observed, ...settings } = row;
  const [requestLine = '', ...headerLines] = request.split('\r\n');
  const [method = '', url = ''] = requestLine.split(' ');
  return {
    id,
    request: { url, pageOrigin: page, method, headers: headerLines.map(toHeader), ...settings },
    exchanges: exchanges.map(toExchange),
    observed,
  };
}

function toExchange(text: string): StandardExchange {
  const [startLine = '', ...headerLines] = text.split('\r\n');
  const [purpose, method = '', url = '', status = ''] = startLine.split(' ');
  return {
    purpose: z.enum(['preflight', 'actual']).parse(purpose),
    url,
    method,
    status: Number(status),
    headers: headerLines.map(toHeader),
  };
}

function toHeader(line: string): HeaderList[number] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
