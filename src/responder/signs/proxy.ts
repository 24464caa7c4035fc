import { defineSigns } from '../sign.ts';

const nginxCore = 'https://nginx.org/en/docs/http/ngx_http_core_module.html';
const nginxErrors = 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c';

/** Servers in front of an application. */
export default defineSigns({
  kind: 'proxy',
  signs: [
    {
      name: 'nginx',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'nginx' }],
      stacks: ['nginx'],
      source: `${nginxCore}#server_tokens`,
    },
    {
      name: 'openresty',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'openresty' }],
      stacks: ['nginx'],
      source: 'https://openresty.org/',
    },
    {
      name: 'Apache httpd',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Apache' }],
      stacks: ['apache'],
      source: 'https://httpd.apache.org/docs/2.4/mod/core.html#servertokens',
    },
    {
      name: 'Caddy',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Caddy' }],
      stacks: ['caddy'],
      source: 'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/server.go',
    },
    {
      name: 'LiteSpeed',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'LiteSpeed' }],
      source: 'https://docs.litespeedtech.com/',
    },
    {
      name: 'IIS',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Microsoft-IIS/' }],
      source:
        'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/',
    },
    {
      name: 'HTTP.sys',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'Microsoft-HTTPAPI/' }],
      source: 'https://learn.microsoft.com/en-us/troubleshoot/aspnet/error-logging-http-apis',
    },
    {
      name: 'Envoy',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'envoy' }],
      stacks: ['envoy'],
      source:
        'https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto',
    },
    {
      name: 'Envoy',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'istio-envoy' }],
      stacks: ['envoy'],
      source: 'https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/',
    },
    {
      name: 'Envoy',
      shows: 'passed',
      lines: [{ header: 'x-envoy-upstream-service-time' }],
      source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter',
    },
    {
      name: 'Traefik',
      shows: 'made',
      lines: [{ header: 'x-retry-in' }],
      statuses: [429],
      stacks: ['traefik'],
      source: 'https://github.com/traefik/traefik/blob/master/pkg/middlewares/ratelimiter/rate_limiter.go',
    },
    {
      name: 'Varnish',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'Varnish' }],
      source: 'https://varnish-cache.org/docs/trunk/users-guide/vcl-built-in-subs.html',
    },
    {
      name: 'AWS load balancer',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'awselb/' }],
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    },
    {
      name: 'CloudFront',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'CloudFront' }],
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html',
    },
    {
      name: 'Akamai',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'AkamaiGHost' }],
      source: 'https://techdocs.akamai.com/property-mgr/docs/know-http-status-codes',
    },
    {
      name: 'Cloudflare',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'cloudflare' }],
      source: 'https://developers.cloudflare.com/fundamentals/reference/http-headers/',
    },
    {
      name: 'Azure Application Gateway',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'Microsoft-Azure-Application-Gateway/' }],
      source: 'https://learn.microsoft.com/en-us/azure/application-gateway/http-response-codes',
    },
    {
      name: 'Google Frontend',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Google Frontend' }],
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      name: 'Vercel',
      shows: 'made',
      lines: [{ header: 'x-vercel-error' }],
      source: 'https://vercel.com/docs/errors',
    },
    {
      name: 'Railway',
      shows: 'made',
      lines: [{ header: 'x-railway-fallback', startsWith: 'true' }],
      source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
    },
    {
      name: 'Heroku',
      shows: 'made',
      lines: [{ header: 'server', startsWith: 'Heroku' }],
      source: 'https://devcenter.heroku.com/articles/http-routing',
    },
  ],
  pages: [
    {
      name: 'nginx',
      stacks: ['nginx'],
      lines: [{ header: 'server', startsWith: 'nginx' }],
      contentType: 'text/html',
      mayHave: ['location', 'allow', 'www-authenticate', 'retry-after'],
      lacks: [],
      source: nginxErrors,
    },
    {
      name: 'openresty',
      stacks: ['nginx'],
      lines: [{ header: 'server', startsWith: 'openresty' }],
      contentType: 'text/html',
      mayHave: ['location', 'allow', 'www-authenticate', 'retry-after'],
      lacks: [],
      source: nginxErrors,
    },
    {
      name: 'Apache httpd',
      stacks: ['apache'],
      lines: [{ header: 'server', startsWith: 'Apache' }],
      contentType: 'text/html; charset=iso-8859-1',
      mayHave: ['location', 'allow', 'www-authenticate', 'retry-after'],
      lacks: [],
      source: 'https://httpd.apache.org/docs/2.4/custom-error.html',
    },
    {
      name: 'Caddy',
      stacks: ['caddy'],
      lines: [
        { header: 'server', startsWith: 'Caddy' },
        { header: 'content-length', startsWith: '0' },
      ],
      contentType: null,
      mayHave: ['alt-svc'],
      lacks: [],
      statuses: [502, 503, 504],
      source: 'https://caddyserver.com/docs/caddyfile/directives/handle_errors',
    },
    {
      name: 'IIS',
      lines: [{ header: 'server', startsWith: 'Microsoft-IIS/' }],
      contentType: 'text/html',
      mayHave: ['x-powered-by', 'location', 'allow', 'www-authenticate'],
      lacks: ['x-aspnet-version'],
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-status-code',
    },
    {
      // By the letter case of its charset: pages of frameworks, which come through it, write it otherwise.
      name: 'Google Frontend',
      lines: [
        { header: 'server', startsWith: 'Google Frontend' },
        { header: 'content-type', is: 'text/html; charset=UTF-8' },
      ],
      contentType: 'text/html; charset=utf-8',
      mayHave: ['alt-svc', 'x-cloud-trace-context', 'www-authenticate'],
      lacks: [],
      statuses: [403, 429, 503, 504],
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      // The reverse proxy of Go itself sends no text.
      name: 'Traefik',
      stacks: ['traefik'],
      lines: [{ header: 'content-length', pattern: /^(11|15|19|24)$/ }],
      contentType: null,
      mayHave: [],
      lacks: ['server', 'cache-control'],
      statuses: [413, 502, 503, 504],
      source: 'https://github.com/traefik/traefik/blob/master/pkg/proxy/httputil/proxy.go',
    },
    {
      name: 'HAProxy',
      stacks: ['haproxy'],
      lines: [{ header: 'cache-control', startsWith: 'no-cache' }],
      contentType: 'text/html',
      mayHave: ['location', 'www-authenticate', 'retry-after'],
      lacks: ['date', 'server'],
      source: 'https://docs.haproxy.org/2.6/configuration.html#1.3.1',
    },
  ],
});
