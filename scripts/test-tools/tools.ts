/** A tool that people test with. */
export interface TestTool {
  readonly id: string;
  readonly name: string;
  /** Pinned packages of npm; the first is the tool. */
  readonly packages: Readonly<Record<string, string>>;
  /** Module of tools/ that makes the requests; it may serve several tools. */
  readonly module: string;
  /** What runs it, below node_modules/.bin; absent: Node. */
  readonly runner?: string;
  /** Whether it means to keep pages from reading, as a browser does. */
  readonly hasCheck: boolean;
}

/** The tools that run, in the order of the page. */
export const testTools: readonly TestTool[] = [
  {
    id: 'playwright',
    name: 'Playwright, a page',
    packages: { playwright: '1.64.1' },
    module: 'playwright.mjs',
    hasCheck: true,
  },
  {
    id: 'playwright-route',
    name: 'Playwright, a page, with a route() for another address',
    packages: { playwright: '1.64.1' },
    module: 'playwright.mjs',
    hasCheck: false,
  },
  {
    id: 'playwright-request',
    name: 'Playwright, APIRequestContext',
    packages: { playwright: '1.64.1' },
    module: 'playwright.mjs',
    hasCheck: false,
  },
  {
    id: 'jsdom',
    name: 'jsdom, XMLHttpRequest',
    packages: { jsdom: '26.1.0' },
    module: 'jsdom.mjs',
    hasCheck: true,
  },
  {
    id: 'happy-dom',
    name: 'happy-dom, fetch()',
    packages: { 'happy-dom': '20.0.10' },
    module: 'happy-dom.mjs',
    hasCheck: true,
  },
  { id: 'node-fetch', name: "Node's fetch()", packages: {}, module: 'fetch.mjs', hasCheck: false },
  {
    id: 'undici',
    name: 'undici, fetch()',
    packages: { undici: '7.30.2' },
    module: 'fetch.mjs',
    hasCheck: false,
  },
  {
    id: 'supertest',
    name: 'Supertest',
    packages: { supertest: '7.3.2' },
    module: 'supertest.mjs',
    hasCheck: false,
  },
  {
    id: 'newman',
    name: "newman, Postman's runner",
    packages: { newman: '6.2.2' },
    module: 'newman.mjs',
    hasCheck: false,
  },
  {
    id: 'deno',
    name: 'Deno, fetch()',
    packages: { deno: '2.9.6' },
    module: 'fetch.mjs',
    runner: 'deno',
    hasCheck: false,
  },
  {
    id: 'bun',
    name: 'Bun, fetch()',
    packages: { bun: '1.4.5' },
    module: 'fetch.mjs',
    runner: 'bun',
    hasCheck: false,
  },
];

/** Tools that did not run, and why. */
export const absentTools: readonly { readonly name: string; readonly reason: string }[] = [
  { name: 'Cypress', reason: 'Its program is fetched when it is installed, from no registry of packages.' },
  { name: 'Postman itself', reason: 'It is a desktop program; its runner newman ran.' },
];
