import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { PolicyStart } from '../policy/types.ts';
import { hiding } from '../words/hide-secrets.ts';
import { plainText } from '../words/plain-text.ts';
import { say } from '../words/say.ts';
import type { RunFolder } from './run-folder.ts';
import type { Unmade } from './unmade.ts';

/** Where an API is started, and who is told of it. */
export interface Starting {
  /** That of the run: whoever is first there starts the API, and all others wait for it. */
  readonly folder: RunFolder;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly secrets: readonly string[];
  readonly tell: (lines: string) => void;
}

/**
 * Starts the API of a policy, once in a run. Resolves once it answers, or with why nothing is asked of it. What answers
 * before is asked in place of it, but for CI, where it is somebody else's.
 */
export async function startTarget(start: PolicyStart, starting: Starting): Promise<Unmade | null> {
  const { folder, cwd, env, tell } = starting;
  if (folder.left(first) === undefined) {
    const isThere = answers(await ask(start.url)) && folder.left(first) === undefined;
    if (isThere && (env['CI'] ?? '') !== '') return answeredBefore(start);
    if (folder.claim(first)) {
      if (isThere)
        tell(`${start.url} answers already, and is judged: ${plainText(start.command)} was not run.\n`);
      else folder.start(start.command, cwd, env);
    }
  }
  const claimed = folder.left(first);
  const end = (typeof claimed === 'number' ? claimed : Date.now()) + start.timeoutMs;
  for (;;) {
    // Before it is asked: what answers after its end is another.
    const { exitCode } = folder.started();
    const answer = exitCode === null ? await ask(start.url) : null;
    if (answers(answer)) return null;
    if (answer === null || Date.now() > end) {
      tellOutput(start, starting);
      return exitCode === null ? silent(start, answer) : ended(start, exitCode);
    }
    await pause(pauseMs);
  }
}

/** Shows what the command printed that started the API, if it has ended although the run goes on. */
export function tellIfEnded(start: PolicyStart, starting: Starting): void {
  if (starting.folder.started().exitCode !== null) tellOutput(start, starting);
}

const first = 'start';
const told = 'start told';
const pauseMs = 50;
const answerTimeoutMs = 5_000;
const longestOutput = 20_000;

/** A status, or the code of an error. */
type Answer = number | string;

const answers = (answer: Answer | null): boolean => typeof answer === 'number' && answer < 500;

/** Resolves to what answers at `url`. Its certificate says nothing of whether it has started. */
const ask = (url: string): Promise<Answer> =>
  new Promise((resolve) => {
    const options = { agent: false, signal: AbortSignal.timeout(answerTimeoutMs), rejectUnauthorized: false };
    const request = url.startsWith('https:') ? requestHttps(url, options) : requestHttp(url, options);
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.on('error', () => undefined).destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : (error.code ?? error.name),
      ),
    );
    request.end();
  });

function tellOutput({ command }: PolicyStart, { folder, secrets, tell }: Starting): void {
  if (!folder.claim(told)) return;
  const { exitCode, output } = folder.started();
  const text = hiding(secrets)(stripVTControlCharacters(output)).trimEnd();
  const shown = text.length <= longestOutput ? text : `…${text.slice(-longestOutput)}`;
  const how = exitCode === null ? '' : `ended with exit code ${exitCode}, and `;
  const what = shown === '' ? 'printed nothing.' : `printed:\n${shown}`;
  tell(`${plainText(command)} ${how}${what}\n`);
}

const answeredBefore = ({ url }: PolicyStart): Unmade => ({
  kind: 'unmade',
  diagnosis: null,
  reason: say(
    '{url} was answered before the API was started, so that another one would have been judged; in CI, end what listens there.',
    { url },
  ),
});

const ended = ({ url }: PolicyStart, code: number): Unmade => ({
  kind: 'unmade',
  diagnosis: 'connection-refused',
  reason: say(
    'The command that starts the API ended with exit code {code}, and nothing else answers for it at {url}; it has to stay until it is ended.',
    { code, url },
  ),
});

const silent = ({ url, timeoutMs }: PolicyStart, last: Answer | null): Unmade => ({
  kind: 'unmade',
  diagnosis: 'response-timeout',
  reason: say('The API was started, and {url} did not answer within {seconds} s (last: {last}).', {
    url,
    seconds: timeoutMs / 1_000,
    last: typeof last === 'number' ? `status ${last}` : (last ?? ''),
  }),
});
