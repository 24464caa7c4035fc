import { fileURLToPath } from 'node:url';

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The fixes: a folder per stack, a folder per variant, and its manifest. */
export const frameworksFolder = place('../frameworks');
/** What the fixes run on: a folder per system, with what is to be installed. */
export const systemsFolder = place('../systems');
/** What `scripts/provision-frameworks.mjs` installs, one folder per system; ignored by git. */
export const provisionFolder = place('../../.provision');
export const supervisorFile = place('supervisor.mjs');
