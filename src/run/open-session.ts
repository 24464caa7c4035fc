import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openersOf } from '../plan/planned-session.ts';
import { openByCode } from '../policy/load-policy.ts';
import type { ProbePage } from '../probe/probe.ts';
import { openByPage } from './open-by-page.ts';
import { openWithoutPage } from './open-without-page.ts';
import { type SessionMeans, type SessionOpening } from './opening.ts';
import type { PageRun } from './page-run.ts';

/** Those of the policy in the folder in which the run was started. */
export const meansOfPolicy: SessionMeans = {
  byCode: (session, timeoutMs) => openByCode(process.cwd(), session, timeoutMs),
  file: (path) => readFile(resolve(process.cwd(), path), 'utf8'),
};

/** Opens a session in `page`, and tells its keeper what came of it. Rejects only if the page or the browser is gone. */
export async function openSession(page: ProbePage, run: PageRun, opening: SessionOpening): Promise<void> {
  const { keeper, origins } = opening;
  const { session } = keeper;
  const jar = page.cookies ?? null;
  if (session.page === null) {
    await openWithoutPage(page, jar, opening);
    return;
  }
  for (const [index, origin] of openersOf(origins).entries()) {
    await openByPage(page, jar, origin, index === 0, session.page, run, opening);
  }
}
