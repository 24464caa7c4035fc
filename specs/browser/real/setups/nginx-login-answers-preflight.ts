import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'authelia/authelia#648',
  front: 'nginx',
  backend: 'cors',
  reported: `
    server {
      listen {{port}};
      location / {
        auth_request /verify;
        error_page 401 =302 http://localhost:9/login?rd=$request_uri;
        proxy_pass http://{{backend}};
      }
      location = /verify { internal; return 401; }
    }`,
  corrected: `
    server {
      listen {{port}};
      location / {
        error_page 418 = @preflight;
        if ($request_method = OPTIONS) { return 418; }
        auth_request /verify;
        error_page 401 = @login;
        proxy_pass http://{{backend}};
      }
      location @preflight { proxy_pass http://{{backend}}; }
      location @login { add_header Access-Control-Allow-Origin $cors always; add_header Vary Origin always; return 401; }
      location = /verify { internal; return 401; }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'], status: 401 }],
  },
  right: [
    'high resource-redirect-refused on /items; answered by a check for a session (login); to act: operator, front end; no file',
    'high preflight-redirect on /items; answered by a check for a session (login); to act: operator, front end; no file',
  ],
});
