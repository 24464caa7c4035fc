/** The origins that the large policy trusts. */
export const origins = ['https://app.example.com', 'https://admin.example.com', 'https://www.example.org'];
/** The API of the large policy. */
export const target = 'https://api.example.com';

/** Returns a policy of so many routes, with three trusted origins. */
export const largePolicy = (routes) => ({
  target,
  trustedOrigins: origins,
  routes: Array.from({ length: routes }, (_, index) => ({
    path: `/v1/resources-${index}`,
    methods: ['GET', 'PUT'],
    credentials: 'include',
  })),
});
