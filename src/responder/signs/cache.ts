import { defineSigns } from '../sign.ts';

const cacheStatus = 'https://www.rfc-editor.org/rfc/rfc9211';

/** What says of a response that it is a stored copy. */
export default defineSigns({
  kind: 'cache',
  signs: [
    {
      name: 'a cache',
      shows: 'front',
      lines: [{ header: 'cache-status', word: 'hit' }],
      source: cacheStatus,
    },
    {
      name: 'a cache',
      shows: 'front',
      lines: [{ header: 'x-cache', word: 'hit' }],
      source:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html',
    },
    {
      name: 'a cache',
      shows: 'front',
      lines: [{ header: 'x-cache-status', word: 'hit' }],
      source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#var_upstream_cache_status',
    },
    {
      // The second number is that of the request that filled it.
      name: 'Varnish',
      shows: 'front',
      lines: [{ header: 'x-varnish', pattern: /^\d+ \d+$/ }],
      source: 'https://varnish-cache.org/docs/trunk/users-guide/increasing-your-hitrate.html',
    },
    {
      name: 'Squid',
      shows: 'front',
      lines: [{ header: 'x-cache-lookup', word: 'hit' }],
      source: 'https://wiki.squid-cache.org/SquidFaq/SquidLogs',
    },
    {
      name: 'Cloudflare',
      shows: 'front',
      lines: [{ header: 'cf-cache-status', word: 'hit' }],
      source: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
    },
    {
      name: 'Vercel',
      shows: 'front',
      lines: [{ header: 'x-vercel-cache', word: 'hit' }],
      source: 'https://vercel.com/docs/headers/response-headers#x-vercel-cache',
    },
    {
      name: 'a CDN',
      shows: 'front',
      lines: [{ header: 'cdn-cache', word: 'hit' }],
      source: 'https://docs.bunny.net/docs/cdn-http-headers',
    },
    {
      name: 'Google Cloud CDN',
      shows: 'front',
      lines: [{ header: 'cdn-cache-status', word: 'hit' }],
      source: 'https://cloud.google.com/cdn/docs/caching',
    },
  ],
  pages: [],
});
