import { join } from 'node:path';
import type { Start } from '../../src/fix/fix.ts';
import { provisionFolder } from '../fix-runner/places.ts';

/** A program that stands in front of an application. */
export type FrontId = 'nginx' | 'haproxy' | 'varnish' | 'apache' | 'caddy' | 'envoy' | 'traefik';

/** How a program is started in a folder of its own, in the foreground. */
interface Front {
  /** The folder of `servers/systems/` that installs it. */
  readonly system: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The file that the configuration of a setup becomes. */
  readonly file: string;
  /** What stands around it, where the program needs more than a setup is about. */
  readonly around: (configuration: string) => string;
  /** When it is ready; absent: once it listens. */
  readonly ready?: Start['ready'];
}

/** Returns a program of those that `scripts/provision-frameworks.mjs` installs. */
const provisioned = (system: string, program: string): string =>
  join(provisionFolder, system, 'bin', program);

/** `{{folder}}` is the folder, `{{port}}` where it is to listen. */
export const fronts: Readonly<Record<FrontId, Front>> = {
  nginx: {
    system: 'nginx',
    command: 'nginx',
    args: ['-p', '{{folder}}', '-c', 'nginx.conf', '-e', 'error.log'],
    file: 'nginx.conf',
    around: (configuration) => `
      daemon off; worker_processes 1; pid nginx.pid;
      events { worker_connections 64; }
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        map $http_origin $cors { default ""; "https://app.example.com" $http_origin; }
        ${configuration}
      }`,
  },
  haproxy: {
    system: 'haproxy',
    command: 'haproxy',
    args: ['-db', '-f', 'haproxy.cfg'],
    file: 'haproxy.cfg',
    around: (configuration) =>
      `defaults\n  mode http\n  timeout client 20s\n  timeout server 1s\n  timeout connect 1s\n${configuration}`,
  },
  varnish: {
    system: 'varnish',
    command: 'varnishd',
    args: [
      '-j',
      'none',
      '-F',
      '-n',
      '{{folder}}/varnish',
      '-a',
      '{{port}}',
      '-f',
      '{{folder}}/default.vcl',
      '-s',
      'default,8m',
    ],
    file: 'default.vcl',
    around: (configuration) => `vcl 4.1;\n${configuration}`,
  },
  apache: {
    system: 'apache',
    command: 'apache2',
    args: ['-d', '{{folder}}', '-f', '{{folder}}/httpd.conf', '-D', 'FOREGROUND'],
    file: 'httpd.conf',
    around: (configuration) => `
      ServerName localhost
      PidFile httpd.pid
      Mutex file default
      DefaultRuntimeDir "{{folder}}"
      ErrorLog error.log
      ${['mpm_event', 'authz_core', 'headers', 'proxy', 'proxy_http', 'rewrite', 'setenvif']
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join('\n      ')}
      Listen {{port}}
      ${configuration}`,
  },
  caddy: {
    system: 'caddy',
    command: 'caddy',
    args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    file: 'Caddyfile',
    around: (configuration) =>
      `{\n  admin off\n  auto_https off\n}\nhttp://{{port}} {\n${configuration}\n}\n`,
  },
  envoy: {
    system: 'envoy-1',
    command: provisioned('envoy-1', 'envoy'),
    args: ['-c', 'envoy.yaml', '--concurrency', '1', '--log-level', 'error', '--disable-hot-restart'],
    file: 'envoy.yaml',
    // A setup is the filters and the routes: one cluster is the application, the other is where nothing listens.
    around: (configuration) => `
static_resources:
  listeners:
    - address: { socket_address: { address: 127.0.0.1, port_value: {{frontPort}} } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                '@type': type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: api
${configuration.replaceAll(/^(?=.)/gm, ' '.repeat(16))}
  clusters:
    - name: app
      load_assignment: { cluster_name: app, endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { address: {{backendHost}}, port_value: {{backendPort}} } } } }] }] }
    - name: down
      load_assignment: { cluster_name: down, endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: {{nobodyPort}} } } } }] }] }
`,
  },
  traefik: {
    system: 'traefik-3',
    command: provisioned('traefik-3', 'traefik'),
    args: [
      '--entryPoints.api.address={{port}}',
      '--providers.file.filename=api.yml',
      '--global.checkNewVersion=false',
      '--global.sendAnonymousUsage=false',
    ],
    file: 'api.yml',
    around: (configuration) => configuration,
    // It listens before it has read its file.
    ready: { kind: 'answering', path: '/items' },
  },
};
