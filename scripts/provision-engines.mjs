// Installs, as Debian packages, each engine that is not there, and what it needs: Chromium, Firefox ESR and
// WebKitGTK with Xvfb; and a C compiler, by which their clocks are put ahead. Quick when nothing is to do. Ends with
// exit code 1 if one cannot be installed.
import { createJiti } from 'jiti';
import { aptInstall, onPath } from './provision/debian.mjs';

const jiti = createJiti(import.meta.url);
const { engines } = await jiti.import('../fixtures/engines.ts');
const { whyAbsent } = await jiti.import('../src/browser/why-absent.ts');

let failed = false;
for (const engine of Object.values(engines)) {
  try {
    if ((await whyAbsent(engine)) !== null) {
      const needed = (engine.installedNeeds ?? []).map(({ debianPackage }) => debianPackage);
      await aptInstall([engine.debianPackage, ...needed], (line) => console.log(`${engine.name}: ${line}`));
    }
    const reason = await whyAbsent(engine);
    if (reason !== null) throw new Error(reason);
    console.log(`${engine.name}: there`);
  } catch (error) {
    console.error(`${engine.name}: ${error.message}`);
    failed = true;
  }
}
try {
  if (!onPath('cc')) await aptInstall(['gcc', 'libc6-dev'], (line) => console.log(`C compiler: ${line}`));
} catch (error) {
  console.error(`C compiler: ${error.message}`);
  failed = true;
}
if (failed) process.exit(1);
