import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetch } from 'undici';
import { reservePort } from '../reserve-port.ts';
import type { CorsSettings, RunningServer } from './settings.ts';

/** Starts nginx in the foreground, with a configuration in a folder of its own. */
export async function startNginx(settings: CorsSettings): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-nginx-'));
  const port = await reservePort();
  await writeFile(join(folder, 'nginx.conf'), configuration(settings, port));
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  const log: string[] = [];
  const close = async (): Promise<void> => {
    const access = await readFile(join(folder, 'access.log'), 'utf8').catch(() => '');
    log.push(...access.split('\n').filter((line) => line !== ''));
    child.kill('SIGQUIT');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    // A refused connection means that nginx does not listen yet; there is no signal to wait for instead.
    const up = await fetch(`${origin}/up`).then(
      () => true,
      () => false,
    );
    if (up) return { origin, log, close };
  }
  const errors = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
  await rm(folder, { recursive: true, force: true });
  throw new Error(`nginx did not start: ${errors}`);
}

function configuration(settings: CorsSettings, port: number): string {
  const always = settings.onErrors ? ' always' : '';
  const add = (name: string, value: string): string => `      add_header ${name} ${value}${always};`;
  const common = [
    add('Access-Control-Allow-Origin', settings.origin === '*' ? '"*"' : '$cors_origin'),
    ...(settings.credentials ? [add('Access-Control-Allow-Credentials', '$cors_credentials')] : []),
    ...(settings.vary ? [add('Vary', 'Origin')] : []),
  ];
  const requested =
    settings.requestHeaders === null
      ? '$http_access_control_request_headers'
      : `"${settings.requestHeaders.join(', ')}"`;
  const preflight = [
    ...common,
    add('Access-Control-Allow-Methods', `"${settings.methods.join(', ')}"`),
    add('Access-Control-Allow-Headers', requested),
    ...(settings.maxAgeSeconds === null
      ? []
      : [add('Access-Control-Max-Age', String(settings.maxAgeSeconds))]),
  ];
  const actual = [...common, add('Access-Control-Expose-Headers', `"${settings.exposedHeaders.join(', ')}"`)];
  return `
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 64; }
http {
  log_format methods '$request_method $uri';
  access_log access.log methods;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  default_type application/json;
  map $http_origin $cors_origin {
    default "";
${originLines(settings).join('\n')}
  }
  map $cors_origin $cors_credentials { default "true"; "" ""; }
  server {
    listen 127.0.0.1:${port};
    absolute_redirect off;
    location / {
      if ($request_method = OPTIONS) { return 418; }
${actual.join('\n')}
      return 404 '{"error":"not found"}';
    }
    location = /up { access_log off; return 204; }
    location = /items {
      if ($request_method = OPTIONS) { return ${settings.slashRedirect ? '301 /items/' : settings.authenticationFirst ? '401' : '418'}; }
${settings.slashRedirect ? '      return 301 /items/;' : settings.authenticationFirst ? '      return 401;' : ''}
${actual.join('\n')}
      add_header X-Total-Count 2;
      return 200 '[1,2]';
    }
    error_page 418 = @preflight;
    location @preflight {
${preflight.join('\n')}
      return 204;
    }
  }
}
`;
}

function originLines({ origin }: CorsSettings): string[] {
  if (origin === 'echo') return ['    "~." $http_origin;'];
  if (origin === '*') return [];
  if (origin instanceof RegExp) return [`    "~${origin.source.replaceAll('\\/', '/')}" $http_origin;`];
  return origin.map((value) => `    "${value}" $http_origin;`);
}
