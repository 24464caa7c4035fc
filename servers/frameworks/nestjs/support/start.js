// Compiles what is in src/, as `nest build` would, and starts it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import typescript from 'typescript';

mkdirSync('dist');
for (const name of readdirSync('src')) {
  const { outputText } = typescript.transpileModule(readFileSync(`src/${name}`, 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2023,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
    },
  });
  writeFileSync(`dist/${name.replace(/\.ts$/, '.js')}`, outputText);
}
await import(new URL('./dist/main.js', import.meta.url).href);
