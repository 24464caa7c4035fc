/** The one promise that every library is set up for. */
export const intent = {
  trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
  stranger: 'https://stranger.example',
  methods: ['GET', 'PUT', 'DELETE'],
  requestHeaders: ['content-type', 'authorization'],
  exposedHeader: 'x-total-count',
  maxAgeSeconds: 600,
} as const;

/** What stands in the body of every answer that a handler gave: an answer without it was given in its place. */
export const handlersMark = 'carried out';
