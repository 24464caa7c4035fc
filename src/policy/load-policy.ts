import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { overridesFromEnv, policyFromEnv, type Environment, type Overrides } from './policy-from-env.ts';
import { callOpen, evaluatePolicyFile } from './policy-file.ts';
import { parsePolicyJson } from './policy-json.ts';
import { readTarget } from './lint-url.ts';
import { PolicyError } from './problem.ts';
import { quote } from './shown-value.ts';
import type { Policy, PolicyTarget } from './types.ts';
import { validatePolicy } from './validate-policy.ts';
import { say, type Told } from '../words/say.ts';

/**
 * Returns the policy of the environment, or else of the policy file in `cwd`, with the target of
 * `CORS_TARGET_URL` in place of its own. Reads files, runs the policy file and writes nothing. Throws a
 * `PolicyError`, whose `cause` is what the policy file threw.
 */
export function loadPolicy({
  cwd,
  env,
  timeoutMs,
}: {
  readonly cwd: string;
  readonly env: Environment;
  /** Time for a policy file; half a minute unless given. */
  readonly timeoutMs?: number;
}): Policy {
  const described = policyFromEnv(env);
  if (described !== null) return described;
  const overrides = overridesFromEnv(env);
  const folder = resolve(cwd);
  const name = policyFileIn(folder, overrides);
  const input = readPolicyFile(folder, name, timeoutMs);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return validatePolicy(input);
  if (overrides.target !== undefined && isForDemo(input)) {
    throw new PolicyError([
      {
        place: 'CORS_TARGET_URL',
        value: quote(env['CORS_TARGET_URL'] ?? ''),
        problem: say('is another API than the demo API that {name} describes', { name }),
        remedy: say(
          'declare your own in cors.policy.ts, or set CORS_ORIGIN to the origin whose pages may read it',
        ),
      },
    ]);
  }
  const { requestsPerSecond, ...others } = overrides;
  const changed = isElsewhere(overrides.target, input) ? { ...others, start: null } : others;
  if (requestsPerSecond === undefined) return validatePolicy({ ...input, ...changed });
  const limits = 'limits' in input && typeof input.limits === 'object' ? input.limits : {};
  return validatePolicy({ ...input, ...changed, limits: { ...limits, requestsPerSecond } });
}

/** Reports whether another API than that of the policy file is judged, which is not what that file starts. */
function isElsewhere(target: PolicyTarget | undefined, input: object): boolean {
  if (target === undefined) return false;
  const own = 'target' in input && typeof input.target === 'string' ? readTarget(input.target) : null;
  if (own === null || 'fault' in own || own.target.kind === 'demo' || target.kind === 'demo') return true;
  return own.target.origin !== target.origin;
}

/**
 * Runs the code that opens `session` of the policy file in `cwd`. Resolves with what it returns; rejects with an `Error`
 * whose message says what came of it, as the rest of a sentence.
 */
export async function openByCode(cwd: string, session: string, timeoutMs: number): Promise<unknown> {
  const folder = resolve(cwd);
  const name = policyFileIn(folder, {});
  return callOpen(sourceOf(folder, name), folder, name, session, timeoutMs);
}

/** Where a policy is looked for, by the name of the file. */
export const policyFileNames = [
  'cors.policy.ts',
  'cors.policy.mts',
  'cors.policy.js',
  'cors.policy.mjs',
  'cors.policy.cjs',
  'cors.policy.json',
] as const;

/** Returns the name and the text of the policy file in a folder; null where there is none that can be read. */
export function policyText(folder: string): { readonly name: string; readonly text: string } | null {
  const name = policyFileNames.find((candidate) => existsSync(join(folder, candidate)));
  if (name === undefined) return null;
  try {
    return { name, text: readFileSync(join(folder, name), 'utf8') };
  } catch {
    return null;
  }
}

function policyFileIn(folder: string, overrides: Overrides): string {
  const [name, ...others] = policyFileNames.filter((candidate) => existsSync(join(folder, candidate)));
  if (name === undefined) throw new PolicyError([missingFile(folder, overrides)]);
  if (others.length === 0) return name;
  throw new PolicyError(
    others.map((place) => ({
      place,
      value: '',
      problem: say('is a second policy beside {name}', { name }),
      remedy: say('remove one of the two'),
    })),
  );
}

function readPolicyFile(folder: string, name: string, timeoutMs: number | undefined): unknown {
  const source = sourceOf(folder, name);
  if (name.endsWith('.json')) return parsePolicyJson(source, name);
  return evaluatePolicyFile(source, folder, name, timeoutMs);
}

function sourceOf(folder: string, name: string): string {
  const refused = (problem: Told, remedy: Told): PolicyError =>
    new PolicyError([{ place: name, value: '', problem, remedy }]);
  const path = join(folder, name);
  if (statSync(path).isDirectory())
    throw refused(say('is a folder'), say('rename it, and write the policy in a file'));
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw refused(say('cannot be read ({code})', { code }), say('let the user who runs the tests read it'));
  }
}

function isForDemo(input: object): boolean {
  if (!('target' in input)) return false;
  const { target } = input;
  if (target === 'demo') return true;
  return typeof target === 'object' && target !== null && 'kind' in target && target.kind === 'demo';
}

function missingFile(folder: string, { target }: Overrides) {
  const variables = target !== undefined ? 'CORS_ORIGIN' : say('CORS_TARGET_URL and CORS_ORIGIN');
  return {
    place: 'cors.policy.ts',
    value: '',
    problem: say('is missing from {folder}', { folder: quote(folder) }),
    remedy: say('set {variables}, or create it, for instance so:{sample}', {
      variables,
      sample: `\n\n${sample}`,
    }),
  };
}

const sample = `import { definePolicy } from 'cors-conformance';
export default definePolicy({
  target: 'https://api.example.com',
  trustedOrigins: ['https://app.example.com'],
  routes: [{ path: '/users', methods: ['GET', 'POST'], requestHeaders: ['content-type'] }],
});
`;
