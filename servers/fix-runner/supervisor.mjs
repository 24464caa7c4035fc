// Runs one command and ends with it. Its own parent holds the other end of stdin: when that closes, by
// stop(), by a signal or by a crash of the parent, the whole process group goes and the folder is removed.
//   node supervisor.mjs FOLDER COMMAND [ARGUMENT…]
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers';

const graceMs = 2_000;
const [folder, command, ...rest] = process.argv.slice(2);

const child = spawn(command, rest, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
let ending = false;

function killGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    // Nobody is left.
  }
}

function end(code) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exitCode = code;
  // The supervisor leads the group, so this ends it too; grandchildren that outlived the command go with it.
  killGroup('SIGKILL');
}

function stop() {
  if (ending) return;
  ending = true;
  killGroup('SIGTERM');
  setTimeout(() => end(0), graceMs).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
// The parent's ends of these may be gone already.
process.stdout.on('error', stop);
process.stderr.on('error', stop);

child.on('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`, () => end(127));
});
child.on('exit', (code, signal) => {
  if (!ending) process.stderr.write(`${command} ended with ${signal ?? `exit code ${code}`}\n`, () => end(1));
  else end(0);
});
