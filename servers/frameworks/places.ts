import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder: manifests and systems are found below it. */
export const frameworksFolder = dirname(fileURLToPath(import.meta.url));
/** What `scripts/provision-frameworks.mjs` installs, one folder per system; ignored by git. */
export const provisionFolder = join(frameworksFolder, '..', '..', '.provision');
export const systemsFolder = join(frameworksFolder, 'systems');
export const supervisorFile = join(frameworksFolder, 'supervisor.mjs');
