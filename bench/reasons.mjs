/**
 * Returns why the verdict on a check differs between the build that `builds.mjs` names and today's, of which either may not
 * have it; `null` if nothing explains it. The sentences are those of CHANGELOG.md, under "Changed verdicts".
 */
export function reasonFor(before, now) {
  return reasons.find(([explains]) => explains(before, now))?.[1] ?? null;
}

const isNew =
  (before, check, ...roles) =>
  (earlier, now) =>
    before === earlier && now?.check === check && (roles.length === 0 || roles.includes(now.originRole));
const becomes = (check, from, to) => (before, now) =>
  now?.check === check && told(before) === from && told(now) === to;
const told = (verdict) => (verdict === null ? '' : (verdict.diagnosis ?? verdict.status));

const reasons = [
  [
    (before, now) => before !== null && Boolean(now?.followsFrom) && told(before) === told(now),
    'A request with credentials is not made where the same one without them is refused: by the standard it is refused as well.',
  ],
  [isNew(null, 'unreadable', 'shared-host'), 'A name on a shared host must not read.'],
  [
    isNew(null, 'unreadable', 'insecure'),
    'Of a trusted https host, a name beside it is tried over plain http.',
  ],
  [isNew(null, 'method-refused'), '`patch` is asked for, which is another method than `PATCH`.'],
  [isNew(null, 'status'), 'Each route has a check of the status that its own requests are answered with.'],
  ...[
    ['subdomain-trusted', 'origin-suffix-trusted'],
    ['insecure-origin-trusted', 'origin-suffix-trusted'],
    ['origin-port-trusted', 'origin-prefix-trusted'],
    ['origin-truncated-trusted', 'origin-top-level-domain-trusted'],
  ].map(([from, to]) => [
    becomes('unreadable', from, to),
    'A page that a wider mistake lets in as well has the diagnosis of that mistake, and with it another fingerprint.',
  ]),
  ...[
    becomes('readable', 'origin-missing', 'resource-redirect-refused'),
    becomes('redirect-free', 'resource-redirect', 'inapplicable'),
  ].map((explains) => [
    explains,
    'A redirect that refuses a trusted page is one violation, `resource-redirect-refused`. It was `origin-missing` and the hazard `resource-redirect`.',
  ]),
  [
    becomes('vary', 'conforms', 'inapplicable'),
    'Where the made-up header is refused to everybody, `Vary` is judged by nothing: that was "the same for every origin", and conformed.',
  ],
];
