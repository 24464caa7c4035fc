#!/usr/bin/env node
import { acceptCommand } from './accept.ts';
import { checkCommand } from './check.ts';
import { compareCommand } from './compare.ts';
import { explainCommand } from './explain.ts';
import { initCommand, terminalQuestion } from './init.ts';
import { ownVersion } from '../words/own-version.ts';
import { planCommand } from './plan.ts';

const usage = `Usage: cors-conformance <command>

  explain   say what a console text means: its diagnosis, cause and fix (text as arguments or on stdin);
            with --stack <name> print the fix for that stack, such as nginx
            with --json as one JSON object; with --lang ja, or in a Japanese locale, in Japanese
  init      write a policy, from an address, a recording or an OpenAPI document, and what else a project needs
  check     judge one address, as in: check https://api.example.com/users --origin https://app.example.com
  plan      say what the target suite would ask, and ask nothing; with --all list every request
  accept    write what the last run found into cors.baseline.json, with --reason and --until; --prune takes out what is gone
  compare   compare two reports: what is new, gone or answered otherwise

  --version, -v   print the version
  --help, -h      print this

The target suite itself runs with: npx playwright test`;

// Whoever reads only the first lines, as `head` does, closes the pipe; what is left is for nobody.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit();
});

const [command, ...rest] = process.argv.slice(2);
const output = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  error: (line: string) => void process.stderr.write(`${line}\n`),
};

switch (command) {
  case 'plan':
    process.exitCode = planCommand(rest, process.cwd(), process.env, output);
    break;
  case 'accept':
    process.exitCode = acceptCommand(rest, process.cwd(), process.env, output);
    break;
  case 'init': {
    const question = terminalQuestion(process.stdin, process.stdout);
    process.exitCode = await initCommand(rest, process.cwd(), process.env, output, question);
    break;
  }
  case 'compare':
    process.exitCode = compareCommand(rest, process.cwd(), output);
    break;
  case 'check':
    process.exitCode = await checkCommand(rest, process.cwd(), process.env, output);
    break;
  case 'explain':
    process.exitCode = await explainCommand(rest, process);
    break;
  case '--version':
  case '-v':
    output.out(ownVersion());
    break;
  case 'help':
  case '--help':
  case '-h':
    output.out(usage);
    break;
  default:
    process.exitCode = misused(
      command === undefined ? 'No command was given.' : `"${command}" is not a command.`,
    );
}

function misused(problem: string): number {
  output.error(`${problem}\n\n${usage}`);
  return 2;
}
