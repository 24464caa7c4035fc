import { request } from 'undici';
import { runFix } from '../servers/fix-runner/run-fix.ts';
import { testValues } from '../servers/fix-runner/conformance.ts';
import { loadFix, type LoadedFix } from '../servers/fix-runner/load.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Observation } from '../src/model.ts';
import { probeRequest } from '../src/plan/probe-request.ts';
import type { ProbePage } from '../src/probe/probe.ts';
import { versionsOf } from './frameworks/need.ts';

// The same site as the API on another port of localhost, so that Django's cookies are sent; another origin.
const pageOrigin = 'http://localhost:3000';
const tokenHeader = 'x-csrftoken';

const fixes = [
  ['cors-headers', 'django-5'],
  ['cors-headers-3', 'django-debian'],
] as const;

for (const [variant, system] of fixes) {
  test.describe(`django-${variant}: CORS and Django's own check of forged requests`, () => {
    test.beforeAll(() => versionsOf(system));

    test('a trusted page with the token is let in', async ({ cors }) => {
      const seen = await changeAccount(
        cors.openPage,
        await loadFix('django', variant),
        system,
        'with the token',
      );
      expect(statusOf(seen)).toBe(200);
    });

    test('a trusted page without the token reads a 403', async ({ cors }) => {
      const seen = await changeAccount(cors.openPage, await loadFix('django', variant), system, 'without it');
      expect(statusOf(seen)).toBe(403);
    });

    test('without x-csrftoken in CORS_ALLOW_HEADERS, the request is never sent', async ({ cors }) => {
      const broken = await without('CORS_ALLOW_HEADERS += ', variant);
      const seen = await changeAccount(cors.openPage, broken, system, 'with the token');
      expect(seen.outcome.kind).toBe('network-error');
      expect(seen.refusal).toEqual({ code: 'HeaderDisallowedByPreflightResponse', parameter: tokenHeader });
    });
  });
}

test('django-cors-headers: without CSRF_TRUSTED_ORIGINS, the token is not enough', async ({ cors }) => {
  await versionsOf('django-5');
  const broken = await without('CSRF_TRUSTED_ORIGINS = ', 'cors-headers');
  const seen = await changeAccount(cors.openPage, broken, 'django-5', 'with the token');
  expect(statusOf(seen)).toBe(403);
});

// Django 3 compares Referer, and over https alone. Cookies of an http API do not go with the page's https
// requests, so this one is made by hand.
test('django-cors-headers-3: over https, CSRF_TRUSTED_ORIGINS decides by Referer', async () => {
  await versionsOf('django-debian');
  const fix = await loadFix('django', 'cors-headers-3');
  const broken = await without('CSRF_TRUSTED_ORIGINS = ', 'cors-headers-3');
  expect([
    await changeOverHttps(fix, 'https://app.example.com:8443'),
    await changeOverHttps(fix, 'https://untrusted.example'),
    await changeOverHttps(broken, 'https://app.example.com:8443'),
  ]).toEqual([200, 403, 403]);
});

/**
 * Resolves to the status of a change with the right cookie and token, as sent by a page of `origin` through a TLS
 * proxy.
 */
async function changeOverHttps(loaded: LoadedFix, origin: string): Promise<number> {
  const behindProxy = "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')";
  const settings = `${loaded.app.get('settings.py') ?? ''}\n${behindProxy}\n`;
  const secure: LoadedFix = { ...loaded, app: new Map([...loaded.app, ['settings.py', settings]]) };
  const origins = ['https://app.example.com:8443'];
  const values = { ...testValues, origins, backend: 'http://localhost:9' };
  const running = await runFix(secure, { system: 'django-debian', values });
  try {
    const forwarded = { 'x-forwarded-proto': 'https' };
    const read = await request(`${running.baseUrl}/csrf-token`, { headers: forwarded });
    await read.body.dump();
    const cookie = String(read.headers['set-cookie']).split(';')[0] ?? '';
    const token = String(read.headers[tokenHeader]);
    const headers = { ...forwarded, cookie, [tokenHeader]: token, origin, referer: `${origin}/` };
    const changed = await request(`${running.baseUrl}/account`, { method: 'PUT', headers });
    await changed.body.dump();
    return changed.statusCode;
  } finally {
    await running.stop();
  }
}

/** Resolves to what a page sees that reads the token, and then changes the account of whoever has the cookie. */
async function changeAccount(
  openPage: (authorities: readonly string[]) => Promise<ProbePage>,
  loaded: LoadedFix,
  system: string,
  how: 'with the token' | 'without it',
): Promise<Observation> {
  const values = {
    ...testValues,
    origins: [pageOrigin, 'https://app.example.com'],
    exposedHeaders: [tokenHeader],
    backend: 'http://localhost:9',
  };
  const running = await runFix(loaded, { system, values });
  try {
    const page = await openPage([`localhost:${running.port}`]);
    await page.moveTo(pageOrigin);
    const api = `http://localhost:${running.port}`;
    const [read] = await page.probe([probeRequest(`${api}/csrf-token`, { credentialsMode: 'include' })]);
    const token = read === undefined ? undefined : headerOf(read, tokenHeader);
    if (token === undefined) throw new Error('The page could not read the token.');
    const headers = how === 'with the token' ? ([[tokenHeader, token]] as const) : [];
    const change = probeRequest(`${api}/account`, { method: 'PUT', headers, credentialsMode: 'include' });
    const [changed] = await page.probe([change]);
    if (changed === undefined) throw new Error('The page returned no observation.');
    return changed;
  } finally {
    await running.stop();
  }
}

/** Resolves to the fix without the line of its settings that begins so. */
async function without(line: string, variant: string): Promise<LoadedFix> {
  const loaded = await loadFix('django', variant);
  const lines = (loaded.app.get('settings.py') ?? '').split('\n');
  const kept = lines.filter((text) => !text.includes(line));
  expect(lines.length - kept.length).toBe(1);
  return { ...loaded, app: new Map([...loaded.app, ['settings.py', kept.join('\n')]]) };
}

function headerOf({ outcome }: Observation, name: string): string | undefined {
  if (outcome.kind !== 'response') return undefined;
  return outcome.headers.find(([header]) => header === name)?.[1];
}

const statusOf = ({ outcome }: Observation): number | null =>
  outcome.kind === 'response' ? outcome.status : null;
