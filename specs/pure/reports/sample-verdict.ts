import { fingerprintOf } from '../../../src/baseline/fingerprint.ts';
import { definitionOf, type DiagnosisId } from '../../../src/diagnoses/vocabulary.ts';
import type {
  CheckKind,
  CredentialsMode,
  Exchange,
  HeaderList,
  OriginRole,
  Verdict,
} from '../../../src/model.ts';

/** What a sample says of one check; everything else of a verdict follows from it. */
export interface Sample {
  readonly check: CheckKind;
  readonly route: string;
  readonly origin: string;
  readonly originRole: OriginRole;
  readonly method: string;
  readonly credentialsMode: CredentialsMode;
  readonly held?: boolean;
  readonly status?: 'conforms' | 'inconclusive' | 'inapplicable';
  /** It follows from the same check without credentials. */
  readonly follows?: true;
  readonly diagnosis?: DiagnosisId;
  /** The reason of a status that is no finding. */
  readonly reason?: string;
  /** The values of `{value}` and `{names}`. */
  readonly value?: string;
  readonly names?: string;
  readonly console?: readonly string[];
  /** The CORS headers of the CORS-preflight response; the method decides whether there is one. */
  readonly preflight?: HeaderList;
  readonly detail?: string;
  /** The CORS headers of the response. */
  readonly actual?: HeaderList;
  readonly headersToSend?: Verdict['headersToSend'];
  readonly proof?: Verdict['proof'];
}

/** A trusted page that reads what it may. */
export const appReads: Sample = {
  check: 'readable',
  route: '/items',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'omit',
};

export const sampleTarget = 'https://api.example.com';
export const sampleEngine: Verdict['engine'] = { id: 'chromium', version: '156.0.8078.79' };

export function sampleId(sample: Sample, engine = sampleEngine): string {
  const { check, route, originRole, origin, method, credentialsMode } = sample;
  return [engine.id, check, method, route, originRole, origin, credentialsMode].join(' ');
}

export function sampleUrl({ route }: Sample): string {
  return `${sampleTarget}${route}`;
}

/** Returns a whole verdict. Pure: the same sample gives the same verdict. */
export function sampleVerdict(sample: Sample, engine = sampleEngine): Verdict {
  const { check, route, origin, originRole, method, credentialsMode, diagnosis, held = false } = sample;
  const definition = diagnosis === undefined ? null : definitionOf(diagnosis);
  const fill = (sentence: string): string => filled(sentence, sample);
  const status = definition === null ? (sample.status ?? 'conforms') : 'violates';
  return {
    id: sampleId(sample, engine),
    status,
    followsFrom: sample.follows === true ? sampleId({ ...sample, credentialsMode: 'omit' }, engine) : null,
    diagnosis: diagnosis ?? null,
    kind: definition?.kind ?? null,
    severity: definition?.severity ?? null,
    owner: definition?.owner ?? null,
    check,
    route,
    origin,
    originRole,
    method,
    credentialsMode,
    detail: sample.detail ?? '',
    engine,
    url: sampleUrl(sample),
    held,
    console: sample.console ?? [],
    exchanges: sample.follows === true ? [] : exchangesOf(sample),
    seen: fill(definition?.seen ?? sample.reason ?? ''),
    why: fill(definition?.why ?? ''),
    remedy: fill(definition?.remedy ?? ''),
    spec: definition?.spec ?? '',
    headersToSend: sample.headersToSend ?? [],
    proof: sample.proof ?? null,
    reproduce: sample.follows === true ? { curl: '', fetch: '' } : reproductionOf(sample),
    fingerprint: fingerprintOf(sample, diagnosis ?? null),
  };
}

function filled(sentence: string, sample: Sample): string {
  const values: Readonly<Record<string, string>> = {
    origin: sample.origin,
    url: sampleUrl(sample),
    method: sample.method,
    value: sample.value ?? '',
    names: sample.names ?? '',
    status: '204',
  };
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function exchangesOf(sample: Sample): readonly Exchange[] {
  const { method, origin, credentialsMode, preflight = [], actual, held = false } = sample;
  const url = sampleUrl(sample);
  const sent: HeaderList = credentialsMode === 'include' ? [['Cookie', '[redacted]']] : [];
  const preflightExchange: Exchange = {
    purpose: 'preflight',
    method: 'OPTIONS',
    url,
    requestHeaders: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ['Access-Control-Request-Headers', 'content-type'],
    ],
    response: { status: 204, headers: [['Server', 'nginx'], ...preflight], fromCache: false },
    failure: null,
  };
  const actualExchange: Exchange = {
    purpose: 'actual',
    method,
    url,
    requestHeaders: [['Origin', origin], ['Accept', '*/*'], ...sent],
    response: {
      status: 200,
      headers: [['Content-Type', 'application/json'], ['Server', 'nginx'], ...(actual ?? [])],
      fromCache: false,
    },
    failure: null,
  };
  const needsPreflight = method !== 'GET' && method !== 'HEAD';
  const isSent = !held && !(needsPreflight && sample.console !== undefined);
  return [...(needsPreflight ? [preflightExchange] : []), ...(isSent ? [actualExchange] : [])];
}

function reproductionOf(sample: Sample): Verdict['reproduce'] {
  const { method, origin, credentialsMode } = sample;
  const url = sampleUrl(sample);
  const asked = method === 'GET' ? '' : ` -X OPTIONS -H 'Access-Control-Request-Method: ${method}'`;
  return {
    curl: `curl -sS -i${asked} -H 'Origin: ${origin}' '${url}'`,
    fetch: `await fetch('${url}', { method: '${method}', credentials: '${credentialsMode}' })`,
    ...(sample.diagnosis === 'origin-missing'
      ? { curlShows: 'not-run', notes: ['The curl line was not run: the time of the run was over.'] }
      : {}),
  };
}
