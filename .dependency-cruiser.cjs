/*
 * Import direction, by folder. Data goes from the left to the right: a stage never imports one to its right.
 *
 * standard → diagnoses → engines, fix → policy → plan → judge, probe → run → the stage → the specs
 */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

/**
 * What `src/<room>/` may import, of the rooms of src/: each only of those above it, so that no folders import in a
 * circle. `src/model.ts` holds the words that all of them share.
 */
const rooms = {
  'fetch-standard': [],
  words: [],
  diagnoses: ['words'],
  engines: ['fetch-standard', 'words', 'diagnoses'],
  fix: ['words', 'diagnoses'],
  responder: ['fetch-standard', 'words', 'diagnoses', 'fix'],
  policy: ['fetch-standard', 'words', 'diagnoses', 'fix'],
  baseline: ['words', 'diagnoses', 'policy'],
  browser: ['words', 'engines', 'policy'],
  plan: ['fetch-standard', 'words', 'diagnoses', 'fix', 'policy', 'baseline'],
  judge: ['fetch-standard', 'words', 'diagnoses', 'engines', 'responder', 'policy', 'baseline', 'plan'],
  probe: ['fetch-standard', 'words', 'engines', 'browser', 'plan'],
  run: [
    'fetch-standard',
    'words',
    'diagnoses',
    'engines',
    'fix',
    'policy',
    'browser',
    'plan',
    'judge',
    'probe',
  ],
  catalogue: ['fetch-standard', 'words', 'diagnoses', 'engines', 'plan', 'judge', 'probe'],
  explain: ['fetch-standard', 'words', 'diagnoses', 'engines', 'fix', 'judge'],
  sketch: ['fetch-standard', 'words', 'policy', 'plan'],
  cli: [
    'fetch-standard',
    'words',
    'diagnoses',
    'engines',
    'fix',
    'policy',
    'baseline',
    'browser',
    'plan',
    'explain',
    'sketch',
  ],
};

const roomRules = Object.entries(rooms).map(([room, allowed], index, all) => {
  const above = all.slice(0, index).map(([name]) => name);
  const below = allowed.filter((name) => !above.includes(name));
  if (below.length > 0) throw new Error(`src/${room} may import ${below.join(', ')}, which is not above it.`);
  const others = ['servers', 'scripts', 'specs', ...(room === 'cli' ? [] : ['fixtures', 'reports'])];
  return only(
    `src/${room}`,
    `^src/${room}/`,
    `^(src/(?!(${[room, ...allowed].join('|')})/|model\\.ts$)|(${others.join('|')})/)`,
    `src/${room} imports of src/: ${allowed.join(', ') || 'nothing'}.`,
  );
});

module.exports = {
  forbidden: [
    ...roomRules,
    only('scripts-are-leaves', '^(?!scripts/)', '^scripts/', 'Nothing imports a script, specs included.'),
    only(
      'specs-are-leaves',
      '^(src|fixtures|servers|reports|bench)/',
      '^specs/',
      'Nothing that is used imports a spec.',
    ),
    only(
      'standard-stands-alone',
      '^src/fetch-standard/',
      '^(src/model|node_modules)',
      'The standard is pure functions that know nothing of this harness.',
    ),
    only(
      'data-is-inert',
      '^fixtures/(cases|claims|engines)/',
      '^(?!src/(catalogue/(case|claim|departure|claim-departure|announcement)\\.ts|engines/(cookie-sight|engine|quirk|wire-failures)\\.ts|model|diagnoses/)|fixtures/(cases|claims|engines)/).*',
      'A case, a claim and an engine are data.',
    ),
    only(
      'reports-read-the-report',
      '^reports/',
      '^(fixtures|servers|src/(?!model|diagnoses/|policy/problem|fetch-standard/urls|plan/(report-contract|cut-verdict|said-once)|run/run-folder|fix/|responder/|baseline/(acceptance|fingerprint|level)|words/))',
      'A report is a function of the report object.',
    ),
    only(
      'servers-do-not-judge',
      '^servers/',
      '^(reports|fixtures|src/(?!model|fetch-standard/|catalogue/|fix/|plan/safe-methods|probe/tapped/page-tap))',
      'A server obeys; it has no opinion.',
    ),
    only(
      'playwright-stays-at-the-edge',
      '^(src/(?!probe|browser)|servers)',
      'node_modules/(@playwright|playwright)',
      'Only what touches a browser knows Playwright.',
    ),
    only(
      'pure-specs-load-no-edge',
      '^specs/pure/',
      '^(fixtures/(test|target|stage/(?!matchers|cors-answer))|servers/(?!sessions/servers|setups/fronts|tap/(framing|message-reader|wire-record)|fix-runner/(load|places|availability|conformance)|conformance-runner/(cells|columns|hole|library|load|one-order|row))|src/(run/run-|probe/(chromium|firefox|webkit)/(harness|page|driver)))',
      'What a pure spec shows needs no engine, no server and no page.',
    ),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^servers/(frameworks/.*/(app|broken|applied|fix|support)/|conformance/.*/(server\\.|[^/]+\\.js$)|sessions/.*/)|^scripts/test-tools/tools/',
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
