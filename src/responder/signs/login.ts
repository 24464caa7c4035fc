import { defineSigns } from '../sign.ts';

/** What asks for a session in place of the API. A redirect to a login page is known by its address: see `login-address.ts`. */
export default defineSigns({
  kind: 'login',
  signs: [
    {
      name: 'Cloudflare Access',
      shows: 'made',
      lines: [{ header: 'www-authenticate', startsWith: 'Cloudflare-Access' }],
      source: 'https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/cors/',
    },
    {
      name: 'Identity-Aware Proxy',
      shows: 'made',
      lines: [{ header: 'x-goog-iap-generated-response' }],
      source: 'https://cloud.google.com/iap/docs/sessions-howto',
    },
  ],
  pages: [],
});
