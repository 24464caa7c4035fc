import { engines } from '../../fixtures/engines.ts';
import { askedEngines } from '../browser/choose-engines.ts';
import { BrowserError } from '../browser/find-browser.ts';

/** Returns a sentence on what is wrong with the engines that the environment names; nothing where they are engines. */
export function engineFaults(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    askedEngines(Object.values(engines), env);
    return [];
  } catch (cause) {
    if (cause instanceof BrowserError) return [cause.message];
    throw cause;
  }
}
