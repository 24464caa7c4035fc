import type { HeaderList } from '../../src/model.ts';
import type { Cells } from './columns.ts';
import type { Intent } from './library.ts';

/** The requests of the raw matrix. */
export const asked = [
  'get-trusted',
  'get-second',
  'get-stranger',
  'get-null',
  'get-bare',
  'vary-trusted',
  'preflight-trusted',
  'preflight-stranger',
  'preflight-null',
  'preflight-method',
  'preflight-header',
  'preflight-head',
  'preflight-missing',
  'head-trusted',
  'missing-trusted',
  'boom-trusted',
  'post-trusted',
  'moved-trusted',
  'options-trusted',
  'options-bare',
] as const;
export type AskedId = (typeof asked)[number];

/** One request over raw HTTP, and what came back: of the response headers those that CORS or a cache reads. */
export interface RawExchange {
  readonly id: AskedId;
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: HeaderList;
  /** `null`: no response came. */
  readonly status: number | null;
  readonly headers: HeaderList;
  /** The body is the handler's own. */
  readonly isCarriedOut: boolean;
}

/** Verdicts of the product that say the same of several requests. */
export interface VerdictGroup {
  readonly status: 'violates' | 'inconclusive';
  readonly diagnosis: string | null;
  readonly severity: string | null;
  readonly check: string;
  readonly methods: readonly string[];
  readonly detail: string;
  readonly count: number;
  readonly seen: string;
}

export interface IntentResult {
  readonly cells: Cells;
  readonly exchanges: readonly RawExchange[];
  /** `null`: it was not judged. */
  readonly verdicts: {
    readonly conforms: number;
    readonly inapplicable: number;
    readonly others: readonly VerdictGroup[];
  } | null;
}

/** What one library did on one day: a file of reports/conformance/. */
export interface Row {
  readonly id: string;
  /** The day on which it was run last with another result, as `YYYY-MM-DD` in UTC. */
  readonly date: string;
  readonly versions: readonly string[];
  readonly engine: string | null;
  readonly intents: Readonly<Partial<Record<Intent, IntentResult>>>;
}

/** Returns the file of a row: each exchange and each group of verdicts on a line of its own, so that a link can lead to it. */
export function printRow({ intents, ...head }: Row): string {
  const lines = Object.entries(intents).map(([name, { cells, exchanges, verdicts }]) =>
    [
      `    ${JSON.stringify(name)}: {`,
      `      "cells": ${JSON.stringify(cells)},`,
      `      "exchanges": [`,
      exchanges.map((one) => `        ${JSON.stringify(one)}`).join(',\n'),
      `      ],`,
      verdicts === null
        ? `      "verdicts": null`
        : [
            `      "verdicts": {`,
            `        "conforms": ${verdicts.conforms},`,
            `        "inapplicable": ${verdicts.inapplicable},`,
            `        "others": [`,
            ...(verdicts.others.length === 0
              ? []
              : [verdicts.others.map((one) => `          ${JSON.stringify(one)}`).join(',\n')]),
            `        ]`,
            `      }`,
          ].join('\n'),
      `    }`,
    ].join('\n'),
  );
  const own = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  return `{\n${own.join('\n')}\n  "intents": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Returns the line of `file` on which an exchange stands, counted from 1; 0 if it is not there. */
export function lineOf(file: string, intent: Intent, id: AskedId): number {
  const lines = file.split('\n');
  const from = lines.findIndex((line) => line === `    ${JSON.stringify(intent)}: {`);
  return lines.findIndex((line, index) => index > from && line.startsWith(`        {"id":"${id}",`)) + 1;
}
