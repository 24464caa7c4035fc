import { engines } from '../../fixtures/engines.ts';
import { explanationJson } from '../explain/as-json.ts';
import { explainText } from '../explain/explain.ts';
import { explanationLines } from '../explain/print.ts';
import { plainText } from '../words/plain-text.ts';
import { longestText } from '../explain/read-text.ts';
import { fixFileLines } from '../explain/server-fixes.ts';
import { isStack, stacks, type LibraryFix } from '../fix/fix.ts';
import { loadPrintableFixes } from '../fix/library.ts';
import { askedLanguage } from '../words/asked-language.ts';
import { languages, type InEach } from '../words/language.ts';
import { readExplainArguments } from './explain-arguments.ts';

/** What the command reads from and writes to. */
export interface ExplainStreams {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Explains a console text, given as arguments or on standard input, and with `--stack <name>` prints the fix for that
 * stack as well; with `--json` as one JSON object, which is in English whatever the language is. Resolves with the exit
 * code: 0 if the text was recognised or help asked for, 1 if it is unknown, 2 if there was none, or the stack, the
 * language or an option is none.
 */
export async function explainCommand(
  given: readonly string[],
  { stdin, stdout, stderr, env }: ExplainStreams,
  library: readonly LibraryFix[] | null = null,
): Promise<number> {
  const asked = readExplainArguments(given);
  const { language, wrong } = askedLanguage(env, { option: asked.lang });
  const { usage, noLanguage, noOption, noStack, unknownText } = said[language];
  if (wrong !== null) {
    stderr.write(`${noLanguage(plainText(wrong))}\n`);
    return 2;
  }
  if (asked.kind === 'help') {
    stdout.write(usage);
    return 0;
  }
  if (asked.kind === 'unknown option') {
    stderr.write(`${noOption(plainText(asked.option), asked.near)}\n\n${usage}`);
    return 2;
  }
  const { stack, json, words } = asked;
  if (stack !== null && !isStack(stack)) {
    stderr.write(`${noStack(plainText(stack))}\n`);
    return 2;
  }
  const text = words.length > 0 ? words.join(' ') : stdin.isTTY === true ? '' : await readAll(stdin);
  if (text.trim() === '') {
    stderr.write(usage);
    return 2;
  }
  const known = Object.values(engines).filter((engine) => engine !== undefined);
  const spoken = json ? 'en' : language;
  const explained = explainText(text, known, spoken);
  if (explained.length === 0) {
    if (json) stdout.write(`${explanationJson([], null)}\n`);
    stderr.write(`${unknownText(known.map(({ name }) => name).join(', '))}\n`);
    return 1;
  }
  const fixes = library ?? (await loadPrintableFixes());
  const fix = stack === null ? null : { stack, lines: fixFileLines(explained, stack, fixes, spoken) };
  if (json) {
    stdout.write(`${explanationJson(explained, fix)}\n`);
    return 0;
  }
  const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
  const lines = [...explanationLines(explained, names, fixes, spoken), ...(fix?.lines ?? [])];
  stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function readAll(stream: ExplainStreams['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > longestText) break;
  }
  return text;
}

interface Said {
  readonly usage: string;
  readonly noLanguage: (wrong: string) => string;
  readonly noOption: (option: string, near: string | null) => string;
  readonly noStack: (name: string) => string;
  readonly unknownText: (engineNames: string) => string;
}

const allStacks = Object.keys(stacks).join(', ');
const allLanguages = languages.join(', ');

const said: InEach<Said> = {
  en: {
    usage: `Usage: cors-conformance explain [--stack <name>] [--json] [--lang <name>] "<console text>", or give the text on standard input.

  --stack <name>  print the fix for that stack as well, one of: ${allStacks}
  --json          print one JSON object, in English alone: version, failures (text, engines, values, note, diagnoses, questions, other), fix
  --lang <name>   en or ja; without it CORS_LANG, and without that the locale (LC_ALL, LC_MESSAGES, LANG)
  --help, -h      print this
`,
    noLanguage: (wrong) => `${wrong} is no language of explain. Write one of: ${allLanguages}.`,
    noOption: (option, near) =>
      `"${option}" is no option of explain.${near === null ? '' : ` Did you mean ${near}?`} A text that begins so stands between quotes, with its other words.`,
    noStack: (name) => `"${name}" is no stack. Write one of: ${allStacks}.`,
    unknownText: (engineNames) =>
      `This text is unknown: no engine (${engineNames}) is known to print it. Paste the whole red text from the console, not what the page itself shows.`,
  },
  ja: {
    usage: `使い方：cors-conformance explain [--stack <名前>] [--json] [--lang <言語>] "<コンソールのテキスト>"。テキストは標準入力でも渡せます。

  --stack <名前>  そのスタックの修正も表示します。次のいずれか：${allStacks}
  --json          1 つの JSON オブジェクトを、常に英語で表示します：version, failures (text, engines, values, note, diagnoses, questions, other), fix
  --lang <言語>   en または ja。省略すると CORS_LANG、それもなければロケール（LC_ALL、LC_MESSAGES、LANG）に従います
  --help, -h      この説明を表示します
`,
    noLanguage: (wrong) =>
      `${wrong} という言語では説明できません。次のいずれかを指定してください：${allLanguages}`,
    noOption: (option, near) =>
      `"${option}" は explain のオプションではありません。${near === null ? '' : `${near} のことですか？`}テキストがこのように始まる場合は、他の語も含めて全体を引用符で囲んでください。`,
    noStack: (name) => `"${name}" というスタックはありません。次のいずれかを指定してください：${allStacks}`,
    unknownText: (engineNames) =>
      `このテキストに一致するものはありません。どのブラウザエンジン（${engineNames}）のメッセージでもないようです。ページに表示された文ではなく、コンソールの赤いテキスト全体を貼り付けてください。`,
  },
};
