import { stacks, type ApiFix, type DevProxyFix, type Fix, type WebSocketFix } from '../../src/fix/fix.ts';
import { folderOf } from './fix-section.ts';
import { escaped } from './markdown.ts';

/** Systems that people ask for and for which no fix is printed, because none ran. */
const notRun = [
  { name: 'ASP.NET Core', why: 'Its runtime comes from no package registry that the tests install from.' },
  { name: 'Traefik', why: 'Debian has no package of it.' },
  {
    name: 'Laravel',
    why: 'Only plain PHP ran; Laravel answers CORS by a middleware of its own, set up in config/cors.php.',
  },
] as const;

/** Returns the text of `docs/fixes.md`. `systems` has the name and the versions of each by its id. */
export function fixesPage(fixes: readonly Fix[], systems: ReadonlyMap<string, string>): string {
  return [
    '# Fixes',
    '',
    'Each fix is code that `specs/frameworks.spec.ts`, `specs/websockets.spec.ts` or `specs/dev-proxies.spec.ts` starts and a browser accepts. Each of its broken twins is the same code with one defect, and is refused, with the diagnosis in parentheses. A name without a version is whatever the machine has: a Debian package, a runtime.',
    '',
    '## APIs and the servers in front of them',
    '',
    ...stackSections(fixes.filter(isApi), (fix) =>
      variantSection(fix, systems, [plainOptions(fix), ...otherStatuses(fix), ...sentToAll(fix)]),
    ),
    '## WebSockets',
    '',
    'No CORS header has a part in a handshake: the server compares Origin itself.',
    '',
    ...stackSections(fixes.filter(isWebSocket), (fix) => variantSection(fix, systems, [])),
    '## Dev servers',
    '',
    'The page and the API share an origin, so that no CORS request is made. For development only.',
    '',
    ...stackSections(fixes.filter(isDevProxy), (fix) =>
      variantSection(fix, systems, [hostSeen(fix), ...limits(fix)]),
    ),
    '## Not run',
    '',
    ...notRun.map(({ name, why }) => `- **${name}**: ${escaped(why)}`),
    '',
  ].join('\n');
}

const isApi = (fix: Fix): fix is ApiFix => fix.role === 'api';
const isWebSocket = (fix: Fix): fix is WebSocketFix => fix.role === 'websocket';
const isDevProxy = (fix: Fix): fix is DevProxyFix => fix.role === 'dev-proxy';

/** Returns a section for each stack, in the order of the names, the preferred variant first. */
function stackSections<F extends Fix>(fixes: readonly F[], variant: (fix: F) => string[]): string[] {
  const names = new Set(fixes.map(({ stack }) => stacks[stack].name));
  return [...names].flatMap((name) => {
    const own = fixes.filter(({ stack }) => stacks[stack].name === name);
    const sorted = own.toSorted((one, other) => Number(other.preferred) - Number(one.preferred));
    return [`### ${name}`, '', ...sorted.flatMap(variant)];
  });
}

function variantSection(fix: Fix, systems: ReadonlyMap<string, string>, own: readonly string[]): string[] {
  const folder = folderOf(fix, '..');
  return [
    `#### ${escaped(fix.variant)}`,
    '',
    `- File: [\`${fix.printed}\`](${folder}/app/${fix.printed})`,
    ...(fix.install === '' ? [] : [`- Install: \`${fix.install}\``]),
    `- Runs on: ${fix.systems.map((id) => systems.get(id) ?? id).join('; ')}`,
    ...own,
    ...fix.notes.map((note) => `- Note: ${escaped(note)}`),
    '- Broken twins:',
    ...fix.broken.map(({ id, defect, seen, hint }) => {
      const diagnosis = 'diagnosis' in seen ? seen.diagnosis : null;
      const link = diagnosis === null ? '' : ` ([\`${diagnosis}\`](diagnoses/${diagnosis}.md))`;
      return `  - [\`${id}\`](${folder}/broken/${id}): ${escaped(defect)}${link}${hint === undefined ? '' : ` Hint: ${escaped(hint.text)}`}`;
    }),
    '',
  ];
}

function plainOptions({ plainOptions: { status, trustedStatus, why } }: ApiFix): string {
  const trusted = trustedStatus === undefined ? '' : `, ${trustedStatus} with a trusted Origin`;
  return `- Answer to a plain OPTIONS request: ${status}${trusted}. ${escaped(why)}`;
}

const otherStatuses = ({ otherStatuses: other }: ApiFix): readonly string[] =>
  other === undefined
    ? []
    : [
        `- Answers to other methods: ${Object.entries(other.byMethod)
          .map(([method, status]) => `${method} ${status}`)
          .join(', ')}. ${escaped(other.why)}`,
      ];

const sentToAll = ({ sentToAll: sent }: ApiFix): readonly string[] =>
  sent === undefined
    ? []
    : [`- Sent to everybody: ${sent.names.map((name) => `\`${name}\``).join(', ')}. ${escaped(sent.why)}`];

const hostSeen = ({ host }: DevProxyFix): string =>
  `- The API finds in Host: ${host === 'page' ? "the page's host" : "the API's host"}`;

const limits = ({ limits }: DevProxyFix): string[] =>
  limits.length === 0
    ? []
    : ['- Does not work:', ...limits.map(({ scenario, why }) => `  - ${scenario}: ${escaped(why)}`)];
