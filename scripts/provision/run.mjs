import { execFile } from 'node:child_process';

/** Runs to the end and resolves with what the command printed, or rejects with it. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 64 * 1024 * 1024, ...options }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} failed:\n${[stdout, stderr].join('').trim() || error.message}`,
          ),
        );
    });
  });
}
