import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'GSA/api.data.gov#397',
  front: 'nginx',
  backend: 'cacheable',
  reported: `
    proxy_cache_path cache keys_zone=copies:1m;
    server {
      listen {{port}};
      add_header X-Cache $upstream_cache_status always;
      location / { proxy_cache copies; proxy_ignore_headers Vary; proxy_pass http://{{backend}}; }
    }`,
  corrected: `
    proxy_cache_path cache keys_zone=copies:1m;
    server {
      listen {{port}};
      add_header X-Cache $upstream_cache_status always;
      location / { proxy_cache copies; proxy_pass http://{{backend}}; }
    }`,
  policy: {
    trustedOrigins: [app, 'https://admin.example.com'],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
  },
  right: ['high cache-key-without-origin on /items; answered by a cache (cache); to act: operator; no file'],
});
