import { stacks, type ApiFix, type DevProxyFix, type Fix, type System } from '../../src/fix/fix.ts';

/** A system and the versions to print for it. */
export interface TableSystem {
  readonly system: System;
  readonly versions: readonly string[];
}

export interface TableInput {
  readonly fixes: readonly Fix[];
  /** By id. */
  readonly systems: ReadonlyMap<string, TableSystem>;
  readonly notRun: readonly { readonly name: string; readonly why: string }[];
}

/** The Markdown page of every fix, what it runs on, how it is broken, and what could not be run. Pure. */
export function fixTable({ fixes, systems, notRun }: TableInput): string {
  return [
    '# Fixes',
    '',
    'Each fix is code that `specs/frameworks.spec.ts` or `specs/dev-proxies.spec.ts` starts and a browser accepts;',
    'each of its broken twins is the same code with one defect, and is refused. A name without a version is',
    'whatever the machine has: a Debian package, a runtime.',
    '',
    'Written by `node scripts/generate-fix-table.mjs`.',
    '',
    '## APIs and the servers in front of them',
    '',
    ...table(
      ['stack', 'fix', 'file', 'runs on', 'install', 'a plain OPTIONS request', 'broken twins'],
      fixes
        .filter(isApi)
        .map((fix) => [
          stacks[fix.stack].name,
          link(fix),
          `\`${fix.printed}\``,
          runsOn(fix, systems),
          code(fix.install),
          plainOptions(fix),
          twins(fix),
        ]),
    ),
    '',
    '## Dev servers',
    '',
    'The page and the API share an origin, so that no CORS request is made. For development only.',
    '',
    ...table(
      [
        'stack',
        'fix',
        'file',
        'runs on',
        'install',
        'the API finds in Host',
        'does not work',
        'broken twins',
      ],
      fixes
        .filter(isDevProxy)
        .map((fix) => [
          stacks[fix.stack].name,
          link(fix),
          `\`${fix.printed}\``,
          runsOn(fix, systems),
          code(fix.install),
          fix.host === 'page' ? "the page's host" : "the API's host",
          fix.limits.map(({ scenario, why }) => `${scenario}: ${why}`).join('<br>'),
          twins(fix),
        ]),
    ),
    '',
    '## Not run',
    '',
    ...table(
      ['system', 'why'],
      notRun.map(({ name, why }) => [name, why]),
    ),
    '',
  ].join('\n');
}

const isApi = (fix: Fix): fix is ApiFix => fix.role === 'api';
const isDevProxy = (fix: Fix): fix is DevProxyFix => fix.role === 'dev-proxy';

function runsOn(fix: Fix, systems: TableInput['systems']): string {
  return fix.systems
    .flatMap((id) => systems.get(id) ?? [])
    .map(({ system, versions }) => nameWith(system.name, versions))
    .join('<br>');
}

/** Without saying the name twice, and without names of which no version is pinned. */
function nameWith(name: string, versions: readonly string[]): string {
  const pinned = versions.filter((version) => /\d/.test(version));
  if (pinned.length === 0) return name;
  return pinned[0]?.startsWith(name) === true ? pinned.join(', ') : `${name} (${pinned.join(', ')})`;
}

function plainOptions({ plainOptions: { status, trustedStatus, why } }: ApiFix): string {
  const trusted = trustedStatus === undefined ? '' : `; ${trustedStatus} with a trusted Origin`;
  return `${status}${trusted}. ${why}`;
}

const twins = (fix: Fix): string =>
  fix.broken
    .map(
      ({ id, defect, seen }) =>
        `\`${id}\`: ${defect}${'diagnosis' in seen && seen.diagnosis !== null ? ` (\`${seen.diagnosis}\`)` : ''}`,
    )
    .join('<br>');

const link = (fix: Fix): string =>
  `[${fix.variant}](../servers/frameworks/${fix.stack}/${fix.id.slice(fix.stack.length + 1)})`;

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
