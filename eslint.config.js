import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const banned = (method, why) => ({
  selector: `CallExpression[callee.property.name='${method}']`,
  message: `${why} See ARCHITECTURE.md, "What makes a CORS test lie".`,
});

/** The verbs that doc comments of functions begin with. A word that is not here is a noun more often than a new verb. */
const verbs = new Set(
  `
    Accepts Adds Answers Asks Begins Brings Changes Chooses Closes Compares Compiles Connects Consumes
    Copies Counts Cuts Declares Describes Dresses Evaluates Explains Extracts Fails Fills Finds Forgets
    Grants Hears Hides Installs Joins Judges Leads Learns Leaves Lets Listens Loads Looks Makes Measures
    Names Notes Opens Packs Parses Passes Performs Plans Plays Prints Puts Reads Records Reduces Refuses
    Removes Renders Replaces Reports Resolves Returns Runs Says Sends Serves Shows Skips Squeezes Starts
    Takes Throws Tries Turns Uses Waits Walks Watches Writes Yields
  `
    .trim()
    .split(/\s+/),
);

/** Functions and methods with a body, and constants that hold one. What an interface or a type names is no function yet. */
const functions = [
  'FunctionDeclaration',
  'TSDeclareFunction',
  'MethodDefinition',
  'Property[method=true]',
  'VariableDeclaration[declarations.0.init.type=/^(ArrowFunction|Function)Expression$/]',
].join(', ');

/** Refuses doc comments of functions that do not begin with a verb: "Returns", "Reports whether" say what comes back. */
const docVerb = {
  create: ({ sourceCode, report }) => ({
    [functions]: (node) => {
      const start = node.parent.type.startsWith('Export') ? node.parent : node;
      const comment = sourceCode
        .getCommentsBefore(start)
        .findLast(({ type, value }) => type === 'Block' && value.startsWith('*'));
      if (comment === undefined) return;
      const [word = ''] = /[^*\s]+/.exec(comment.value) ?? [];
      if (verbs.has(word)) return;
      const message = `Begin with a verb of eslint.config.js, such as "Returns", in place of "${word}".`;
      report({ loc: comment.loc, message });
    },
  }),
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'reports/out',
      'reports/golden',
      'test-results',
      'playwright-report',
      '.provision',
      // The fixes: other people's languages and styles, run as they stand.
      'servers/frameworks/*/*/app',
      'servers/frameworks/*/*/broken',
      'servers/frameworks/*/*/applied',
      'servers/frameworks/*/*/fix',
      'servers/frameworks/*/support',
      'servers/systems',
      'servers/conformance/*/*/server.*',
      // Other people's tools, used as they are, interception among them.
      'scripts/test-tools/tools',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Playwright finds out which fixtures a test needs by the pattern; `{}` says that it needs none.
      'no-empty-pattern': 'off',
      // Header values with control characters are what much of this is about.
      'no-control-regex': 'off',
      'no-restricted-syntax': [
        'error',
        banned(
          'route',
          'Playwright answers every CORS-preflight request itself as soon as one route is set.',
        ),
        banned(
          'routeFromHAR',
          'Playwright answers every CORS-preflight request itself as soon as one route is set.',
        ),
        banned('fulfill', 'A mocked response says nothing about CORS.'),
        banned('waitForTimeout', 'Wait for what is to happen, never for time to pass.'),
        {
          selector: "Property[key.name='extraHTTPHeaders']",
          message: 'extraHTTPHeaders changes the CORS-preflight request. See ARCHITECTURE.md.',
        },
      ],
    },
  },
  { plugins: { prose: { rules: { 'doc-verb': docVerb } } }, rules: { 'prose/doc-verb': 'error' } },
  // Servers of other frameworks declare their routes.
  { files: ['servers/real/**', 'servers/frameworks/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { ...globals.node } },
  },
);
