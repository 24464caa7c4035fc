import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageJob } from '../../src/probe/tapped/page-tap.ts';

export const controlPath = '/cors-conformance-control';

/** The page did not do its job in time, or the desk was closed. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code = 'page-job';
}

interface Waiting {
  readonly number: number;
  readonly resolve: (result: string) => void;
}

/**
 * Hands jobs to a page that asks for them: for an engine that has no protocol to drive it. The page posts the
 * result of a job to its own origin, and the answer is the next job. Nothing of this goes to the target.
 */
export class JobDesk {
  readonly script = `<script>(${askForWork.toString()})(${JSON.stringify(controlPath)})</script>`;
  #asking: ServerResponse | null = null;
  #jobs: { readonly number: number; readonly job: PageJob }[] = [];
  #waiting: Waiting | null = null;
  #number = 0;

  /** Resolves with the JSON of the result; rejects with a `JobError` if there is none within `timeoutMs`. */
  run(job: PageJob, timeoutMs: number): Promise<string> {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = null;
        this.#jobs = [];
        reject(new JobError(`The page did not answer within ${timeoutMs} ms.`));
      }, timeoutMs);
      this.#waiting = {
        number,
        resolve: (result) => {
          clearTimeout(timer);
          this.#waiting = null;
          resolve(result);
        },
      };
      this.#jobs = [{ number, job }];
      this.#hand();
    });
  }

  /** Answers a page's question for work. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      // A page whose origin is opaque is not of the origin that it asks.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'no-store');
      const end = body.indexOf(' ');
      if (Number(body.slice(0, end)) === this.#waiting?.number) this.#waiting.resolve(body.slice(end + 1));
      this.#asking?.destroy();
      this.#asking = response;
      response.on('close', () => {
        if (this.#asking === response) this.#asking = null;
      });
      this.#hand();
    });
  }

  /** Closes the desk: nobody asks any more. */
  close(): void {
    this.#asking?.destroy();
    this.#asking = null;
  }

  #hand(): void {
    const [next] = this.#jobs;
    if (next === undefined || this.#asking === null) return;
    this.#jobs = [];
    const response = this.#asking;
    this.#asking = null;
    response.end(JSON.stringify({ number: next.number, ...next.job }));
    // A page that goes elsewhere has nothing to report; the next one asks for work.
    if (next.job.kind === 'go') this.#waiting?.resolve('null');
  }
}

/** Runs in the page, as source text: it may use nothing from outside itself. */
async function askForWork(path: string): Promise<void> {
  let result = '0 null';
  // A module that was asked for may have put another in its place.
  const ask = fetch;
  for (;;) {
    const answer = await ask(new URL(path, location.href), { method: 'POST', body: result });
    const job: { number: number; kind: string; url: string; expression: string } = await answer.json();
    if (job.kind === 'go') {
      location.replace(job.url);
      return;
    }
    try {
      result = `${job.number} ${JSON.stringify((await (0, eval)(job.expression)) ?? null)}`;
    } catch (error) {
      result = `${job.number} ${JSON.stringify({ error: String(error) })}`;
    }
  }
}
