/** Import direction: what DESIGN calls "left" never knows what is to its right. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    only('specs-are-leaves', '^(src|fixtures|servers|reports|bench)/', '^specs/', 'Nothing imports a spec.'),
    only(
      'standard-stands-alone',
      '^src/fetch-standard/',
      '^(src/(?!fetch-standard/)|fixtures|servers|reports|node_modules)',
      'The standard is pure functions that know nothing of this harness.',
    ),
    only(
      'diagnoses-stand-alone',
      '^src/diagnoses',
      '^(src/(?!diagnoses)|fixtures|servers|reports)/',
      'The vocabulary comes first.',
    ),
    only(
      'data-is-inert',
      '^fixtures/(cases|claims|engines)/',
      '^(?!src/(case|claim|engine|model|diagnoses)|fixtures/(cases|claims|engines)/).*',
      'A case, a claim and an engine are data.',
    ),
    only(
      'reports-read-the-report',
      '^reports/',
      '^(fixtures|servers|src/(?!model|diagnoses|report-contract|run-folder|fix|listed|counted))',
      'A report is a function of the report object.',
    ),
    only(
      'servers-do-not-judge',
      '^servers/(?!frameworks/)',
      '^(reports|src/(judge|probe/|run-|verdict|witnesses|derive))',
      'A server obeys; it has no opinion.',
    ),
    only(
      'playwright-stays-at-the-edge',
      '^src/(?!probe|browser|index|cli)',
      'node_modules/(@playwright|playwright)',
      'Only what touches a browser knows Playwright.',
    ),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^servers/frameworks/.*/(app|broken|fix|support)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
