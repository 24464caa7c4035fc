#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { askedLanguage } from '../words/asked-language.ts';
import { exitCodes, type ExitCode } from '../words/exit-codes.ts';
import { ownVersion } from '../words/own-version.ts';
import { plainText } from '../words/plain-text.ts';
import { say, speaking } from '../words/say.ts';
import { acceptCommand } from './accept.ts';
import { checkCommand } from './check.ts';
import type { Context } from './command.ts';
import { compareCommand } from './compare.ts';
import { explainCommand } from './explain.ts';
import { initCommand } from './init.ts';
import { planCommand } from './plan.ts';

const commands = [explainCommand, initCommand, checkCommand, planCommand, acceptCommand, compareCommand];

// Whoever reads only the first lines, as `head` does, closes the pipe; what is left is for nobody.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit();
});

const { stdin, stdout, env } = process;
const context: Context = {
  cwd: process.cwd(),
  env,
  now: new Date(),
  stdin,
  out: (line) => void stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  question: stdin.isTTY && stdout.isTTY ? ask : null,
};

const [name, ...args] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);
process.exitCode =
  command === undefined
    ? speaking(askedLanguage(env).language, () => withoutCommand(name))
    : await command.run(args, context);

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function withoutCommand(word: string | undefined): ExitCode {
  if (word === '--version' || word === '-v') {
    context.out(ownVersion());
    return exitCodes.passed;
  }
  if (word === 'help' || word === '--help' || word === '-h') {
    context.out(usage());
    return exitCodes.passed;
  }
  const problem =
    word === undefined
      ? say('No command was given.')
      : say('"{word}" is no command.', { word: plainText(word) });
  context.error(`${problem}\n\n${usage()}`);
  return exitCodes.policy;
}

const usage = (): string => `${say('Usage: {line}', { line: 'cors-conformance <command>' })}

${commands.map((one) => `  ${one.name.padEnd(10)}${say(one.said)}`).join('\n')}

  --version, -v   ${say('print the version')}
  --help, -h      ${say('print this')}

${say('Each command says more with --help. The target suite itself runs with: npx playwright test')}`;
