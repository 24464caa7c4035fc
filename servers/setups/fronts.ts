/** A program that stands in front of an application. */
export type FrontId = 'nginx' | 'haproxy' | 'varnish' | 'apache' | 'caddy';

/** How a program is started in a folder of its own, in the foreground. */
interface Front {
  readonly command: string;
  readonly args: readonly string[];
  /** The file that the configuration of a setup becomes. */
  readonly file: string;
  /** What stands around it, where the program needs more than a setup is about. */
  readonly around: (configuration: string) => string;
}

/** `{{folder}}` is the folder, `{{port}}` where it is to listen. */
export const fronts: Readonly<Record<FrontId, Front>> = {
  nginx: {
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
    command: 'haproxy',
    args: ['-db', '-f', 'haproxy.cfg'],
    file: 'haproxy.cfg',
    around: (configuration) =>
      `defaults\n  mode http\n  timeout client 20s\n  timeout server 1s\n  timeout connect 1s\n${configuration}`,
  },
  varnish: {
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
    command: 'caddy',
    args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    file: 'Caddyfile',
    around: (configuration) =>
      `{\n  admin off\n  auto_https off\n}\nhttp://{{port}} {\n${configuration}\n}\n`,
  },
};
