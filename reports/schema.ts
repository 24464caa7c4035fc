import * as z from 'zod';
import { diagnosisIds, type DiagnosisKind, type Owner, type Severity } from '../src/diagnoses/vocabulary.ts';
import type {
  CheckKind,
  CredentialsMode,
  EngineId,
  Exchange,
  HeaderList,
  Level,
  OriginRole,
  Proof,
  ProofOutcome,
  Responder,
  ResponderKind,
  SetLevel,
  Verdict,
  VerdictStatus,
} from '../src/model.ts';
import { isStack, stacks } from '../src/fix/fix.ts';
import type { WrittenReport } from '../src/plan/said-once.ts';
import type { PlannedCheck, PlannedFix, TestPlan, VerdictsAttachment } from '../src/plan/report-contract.ts';

/** Each of these tables does not compile unless it names every member of its union, and no other. */
type Names<Union extends string> = { readonly [Name in Union]: Name };

const level = z.enum({
  error: 'error',
  warn: 'warn',
  off: 'off',
} as const satisfies Names<Level>);

const failOn = z.enum(['error', 'warn']);

const engineId = z.enum({
  chromium: 'chromium',
  firefox: 'firefox',
  webkit: 'webkit',
} as const satisfies Names<EngineId>);

const status = {
  conforms: 'conforms',
  violates: 'violates',
  inapplicable: 'inapplicable',
  inconclusive: 'inconclusive',
} as const satisfies Names<VerdictStatus>;

const originRole = z
  .enum({
    trusted: 'trusted',
    untrusted: 'untrusted',
    opaque: 'opaque',
    insecure: 'insecure',
    subdomain: 'subdomain',
    parent: 'parent',
    prefix: 'prefix',
    suffix: 'suffix',
    'unescaped-dot': 'unescaped-dot',
    'other-route': 'other-route',
    truncated: 'truncated',
    'top-level-domain': 'top-level-domain',
    loopback: 'loopback',
    'shared-host': 'shared-host',
    port: 'port',
    absent: 'absent',
  } as const satisfies Names<OriginRole>)
  .meta({ id: 'OriginRole' });

const check = z
  .enum({
    readable: 'readable',
    unreadable: 'unreadable',
    'method-refused': 'method-refused',
    'header-refused': 'header-refused',
    'headers-exposed': 'headers-exposed',
    'error-readable': 'error-readable',
    'redirect-free': 'redirect-free',
    vary: 'vary',
    'preflight-cache': 'preflight-cache',
    session: 'session',
    'cross-site-post': 'cross-site-post',
    status: 'status',
  } as const satisfies Names<CheckKind>)
  .meta({ id: 'CheckKind' });

const credentialsMode = z
  .enum({
    omit: 'omit',
    'same-origin': 'same-origin',
    include: 'include',
  } as const satisfies Names<CredentialsMode>)
  .meta({ id: 'CredentialsMode' });

const kind = z.enum({
  refusal: 'refusal',
  concealment: 'concealment',
  exposure: 'exposure',
  hazard: 'hazard',
  neighbour: 'neighbour',
} as const satisfies Names<DiagnosisKind>);

const severity = z.enum({
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
} as const satisfies Names<Severity>);

const owner = z.enum({
  'back end': 'back end',
  'front end': 'front end',
  operator: 'operator',
} as const satisfies Names<Owner>);

const responder = z
  .object({
    kind: z.enum({
      application: 'application',
      'error path': 'error path',
      proxy: 'proxy',
      cache: 'cache',
      authorizer: 'authorizer',
      tunnel: 'tunnel',
      login: 'login',
      unknown: 'unknown',
    } as const satisfies Names<ResponderKind>),
    name: z.string().nullable(),
    said: z.string(),
  })
  .meta({ id: 'Responder' }) satisfies z.ZodType<Responder>;

const diagnosis = z.enum(diagnosisIds).meta({ id: 'DiagnosisId' });

const count = z.int().min(0);
const engine = z.object({ id: engineId, version: z.string() }).meta({ id: 'Engine' });
const headerList = z.array(z.tuple([z.string(), z.string()])).meta({
  id: 'HeaderList',
  description: 'Header lines in order, as [name, value]; a name may repeat.',
}) satisfies z.ZodType<HeaderList>;

const exchange = z.object({
  purpose: z.enum(['preflight', 'actual']),
  method: z.string(),
  url: z.string(),
  requestHeaders: headerList,
  response: z.object({ status: z.int().min(0), headers: headerList, fromCache: z.boolean() }).nullable(),
  failure: z.string().nullable(),
}) satisfies z.ZodType<Exchange>;

const headersToSend = z.array(z.object({ on: z.enum(['preflight', 'actual']), line: z.string() }));

const proof = z
  .object({
    outcome: z.enum({
      proved: 'proved',
      'still-fails': 'still-fails',
      'opens-too-much': 'opens-too-much',
      inconclusive: 'inconclusive',
      'not-tried': 'not-tried',
    } as const satisfies Names<ProofOutcome>),
    said: z.string(),
    headers: headersToSend,
  })
  .meta({ id: 'Proof' }) satisfies z.ZodType<Proof>;

/** What the verdicts of several pages have in common. */
const shared = {
  id: z.string().min(1),
  status: z.enum(status),
  followsFrom: z.string().min(1).nullable(),
  diagnosis: diagnosis.nullable(),
  kind: kind.nullable(),
  severity: severity.nullable(),
  owner: owner.nullable(),
  alsoOwners: z.array(owner).exactOptional(),
  responder: responder.exactOptional(),
  check,
  route: z.string(),
  method: z.string(),
  credentialsMode,
  detail: z.string(),
  engine,
  url: z.string(),
  held: z.boolean(),
  console: z.array(z.string()),
  seen: z.string(),
  why: z.string(),
  remedy: z.string(),
  spec: z.string(),
  withoutBrowser: z
    .literal(true)
    .exactOptional()
    .meta({ description: 'The wire and the standard alone say so: no browser was at the origin.' }),
  headersToSend,
  proof: proof.nullable(),
  reproduce: z.object({
    curl: z.string(),
    fetch: z.string(),
    curlShows: z
      .enum(['same', 'another', 'not-run'])
      .exactOptional()
      .meta({ description: 'What the curl line showed when it was run, beside what the browser saw.' }),
    notes: z.array(z.string()).exactOptional().meta({ description: 'Sentences on the two lines.' }),
  }),
};

const verdict = z.object({
  ...shared,
  origin: z.string(),
  originRole,
  exchanges: z.array(exchange),
  fingerprint: z.string(),
}) satisfies z.ZodType<Verdict>;

const page = z.object({ origin: z.string(), role: originRole });
const indices = z.array(count);
const filled = z.boolean().meta({
  description: 'true: in each text, {origin} stands for the origin of the page.',
});

const said = {
  pages: z.array(page).meta({ description: 'Pages, each once; others refer to them by their index.' }),
  headers: headerList.meta({ description: 'Header lines, each once.' }),
  requests: z.array(
    z.object({
      purpose: exchange.shape.purpose,
      method: z.string(),
      url: z.string(),
      headers: indices.meta({ description: 'Indices of header lines.' }),
    }),
  ),
  answers: z.array(
    z.object({
      status: z.int().min(0).exactOptional().meta({ description: 'Absent: no response came.' }),
      headers: indices,
      fromCache: z.literal(true).exactOptional(),
      failure: z.string().exactOptional(),
    }),
  ),
  verdicts: z.array(
    z
      .object({
        ...shared,
        filled,
        fingerprints: z.partialRecord(originRole, z.string()),
        pages: z.array(z.tuple([count, count, z.array(z.tuple([count, count]))])).meta({
          description:
            'One verdict each: the index of its page, its place among all verdicts, and its exchanges, each as the indices of a request and an answer.',
        }),
      })
      .meta({
        id: 'Verdict',
        description: 'The verdicts of several pages that differ in nothing but the page.',
      }),
  ),
};

const reportFix = z
  .object({
    id: z.string().min(1),
    stack: z
      .object({
        id: z.string(),
        name: z.string(),
        from: z.enum(['policy', 'guess']),
        hint: z.string().nullable(),
      })
      .nullable(),
    among: z
      .object({ stacks: z.array(z.string()), hint: z.string() })
      .exactOptional()
      .meta({
        description:
          'The stacks that run on the server that a response header line names, which is the hint; absent: no line does.',
      }),
    routes: z.array(z.string()),
    notes: z
      .array(z.string())
      .exactOptional()
      .meta({ description: 'What the files say beyond what one of the routes declares; absent: nothing.' }),
    verdicts: z.array(count).meta({ description: 'Places of verdicts.' }),
    files: z.array(
      z.object({
        stack: z.string(),
        variant: z.string(),
        path: z.string(),
        language: z.string(),
        install: z.string(),
        text: z.string(),
        notes: z.array(z.string()),
      }),
    ),
    problems: z.array(z.string()),
  })
  .meta({ id: 'Fix' });

const acceptedFinding = {
  diagnosis,
  route: z.string(),
  reason: z.string(),
  until: z.string().meta({ description: 'The last day on which it is accepted, YYYY-MM-DD in UTC.' }),
  engines: z.array(engineId),
  fingerprints: z.array(z.string()),
  isOver: z.boolean(),
};

const routes = z.array(
  z.object({ path: z.string(), methods: z.array(z.string()), line: z.int().min(1).exactOptional() }),
);

const levels = z.array(
  z
    .object({ diagnosis, route: z.string().nullable(), level, reason: z.string().nullable() })
    .meta({ id: 'SetLevel' }),
) satisfies z.ZodType<readonly SetLevel[]>;

const plannedPattern = z.object({
  pattern: z.string(),
  sample: z.array(z.string()),
  expression: z.string(),
  host: z.string(),
  isAnyName: z.boolean(),
  isAnyPort: z.boolean(),
});

const answered = z.array(z.object({ method: z.string(), statuses: z.array(z.int().min(0)) }));

/** The contract of report.json, key for key: parsing also puts the keys in this order. */
export const reportSchema = z.object({
  schemaVersion: z.literal(4),
  tool: z.object({ name: z.literal('cors-conformance'), version: z.string() }),
  target: z.string(),
  policyFile: z.string().exactOptional(),
  gate: z.object({
    passed: z.boolean(),
    failOn,
    planned: count,
    ran: count,
    follow: count,
    withoutBrowser: count.exactOptional(),
    reasons: z.array(z.string()),
  }),
  totals: z.object({
    conforms: count,
    violates: count,
    inapplicable: count,
    inconclusive: count,
    hazards: count,
    accepted: count,
    off: count,
    held: count,
  }),
  engines: z.array(engine),
  routes: z.array(routes.element.extend({ statuses: answered.exactOptional() })),
  patterns: z
    .array(plannedPattern.omit({ expression: true }).extend({ routes: z.array(z.string()) }))
    .exactOptional(),
  origins: z.array(page),
  ...said,
  disagreements: z.array(
    z.object({
      id: z.string().min(1),
      check,
      route: z.string(),
      method: z.string(),
      credentialsMode,
      answers: z.array(
        z.object({ status: z.enum(status), diagnosis: diagnosis.nullable(), engines: z.array(engineId) }),
      ),
      filled,
      pages: z.array(z.tuple([count, count])).meta({
        description: 'The index of each page, and the place among all disagreements.',
      }),
    }),
  ),
  fixes: z.array(reportFix),
  levels,
  since: z
    .object({
      report: z.string(),
      found: count,
      gone: count,
      changed: count,
      unseen: count,
      same: count,
    })
    .exactOptional(),
  accepted: z.array(
    z
      .object({
        ...acceptedFinding,
        gone: z
          .array(z.string())
          .meta({ description: 'Those of the fingerprints that are no longer there.' }),
      })
      .meta({ id: 'Accepted' }),
  ),
}) satisfies z.ZodType<WrittenReport>;

/** What tests leave; the verdicts of another version's are whole. */
export const attachmentSchema = z.union([
  z.object(said),
  z.object({ verdicts: z.array(verdict) }),
]) satisfies z.ZodType<VerdictsAttachment | { readonly verdicts: readonly Verdict[] }>;

const plannedCheck = z.object({
  id: z.string().min(1),
  position: count,
  check,
  route: z.string(),
  origin: z.string(),
  originRole,
  method: z.string(),
  credentialsMode,
  detail: z.string(),
  url: z.string(),
}) satisfies z.ZodType<PlannedCheck>;

const plannedFix = z.object({
  stack: z.enum(Object.keys(stacks).filter(isStack)).nullable(),
  values: z.object({
    origins: z.array(z.string()),
    patterns: z.array(plannedPattern.pick({ pattern: true, expression: true })).exactOptional(),
    methods: z.array(z.string()),
    requestHeaders: z.array(z.string()),
    exposedHeaders: z.array(z.string()),
    maxAgeSeconds: count.nullable(),
    credentials: z.boolean(),
  }),
}) satisfies z.ZodType<PlannedFix>;

export const planSchema = z.object({
  target: z.string(),
  policyFile: z.string().exactOptional(),
  failOn,
  levels: levels.exactOptional(),
  engine: engineId.nullable(),
  routes,
  checks: z.array(plannedCheck),
  patterns: z.array(plannedPattern).exactOptional(),
  baseline: z.array(z.object(acceptedFinding)).exactOptional(),
  fix: plannedFix.nullable(),
}) satisfies z.ZodType<TestPlan>;

/** Returns the JSON Schema of report.json, as `report.schema.json` holds it. */
export function reportJsonSchema(): string {
  const schema = {
    title: 'The report of cors-conformance',
    ...z.toJSONSchema(reportSchema, {
      target: 'draft-2020-12',
      // A header line is a pair, and JSON Schema would let a tuple be shorter or longer.
      override: ({ jsonSchema }) => {
        if (jsonSchema.prefixItems === undefined) return;
        jsonSchema.minItems = jsonSchema.prefixItems.length;
        jsonSchema.items = false;
      },
    }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
