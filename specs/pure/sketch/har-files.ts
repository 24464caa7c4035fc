// Small HAR files in the forms of the browsers’ own network panels, which no script can save.

const withHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const app = 'https://app.example.com';
const api = 'https://api.example.com';

/** As Chrome saves it: CORS-preflight requests stand beside, in HTTP/2 with its pseudo-headers, and no cookies. */
export const chromeHar = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [{ startedDateTime: '2026-11-30T10:00:00Z', id: 'page_1', title: `${app}/`, pageTimings: {} }],
    entries: [
      {
        _resourceType: 'preflight',
        pageref: 'page_1',
        request: {
          method: 'OPTIONS',
          url: `${api}/orders?tenant=acme`,
          httpVersion: 'http/2.0',
          headers: withHeaders({
            ':authority': 'api.example.com',
            'access-control-request-headers': 'content-type,x-tenant',
            'access-control-request-method': 'PATCH',
            origin: app,
          }),
          cookies: [],
        },
        response: { status: 204, headers: [], cookies: [] },
      },
      {
        _resourceType: 'fetch',
        pageref: 'page_1',
        request: {
          method: 'PATCH',
          url: `${api}/orders?tenant=acme`,
          httpVersion: 'http/2.0',
          headers: withHeaders({
            ':authority': 'api.example.com',
            'cache-control': 'no-cache',
            'content-type': 'application/merge-patch+json; charset=utf-8',
            origin: app,
            pragma: 'no-cache',
            priority: 'u=1, i',
            'sec-fetch-mode': 'cors',
            // An extension's, behind the page's back.
            'x-added': '1',
            'x-tenant': 'acme',
          }),
          cookies: [],
          postData: { mimeType: 'application/merge-patch+json', text: '{"pin":"1234"}' },
        },
        response: {
          status: 422,
          headers: withHeaders({ 'access-control-expose-headers': 'X-Total-Count, Link' }),
          cookies: [],
        },
      },
      // Blocked by CORS: no response.
      {
        _resourceType: 'fetch',
        pageref: 'page_1',
        request: {
          method: 'GET',
          url: `${api}/invoices/2026-05`,
          headers: withHeaders({ origin: app, 'sec-fetch-mode': 'cors' }),
          cookies: [],
        },
        response: { status: 0, headers: [], cookies: [] },
      },
      {
        _resourceType: 'websocket',
        request: { method: 'GET', url: 'wss://api.example.com/live', headers: [], cookies: [] },
        response: { status: 101, headers: [], cookies: [] },
      },
      {
        _resourceType: 'xhr',
        request: {
          method: 'GET',
          url: 'https://metrics.example.net/collect',
          headers: withHeaders({ origin: app }),
          cookies: [],
        },
        response: { status: 200, headers: [], cookies: [] },
      },
    ],
  },
});

/** As Firefox saves it: no resource types, a Referer, Basic authentication of the browser's own. */
export const firefoxHar = `\ufeff${JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Firefox', version: '153.0' },
    entries: [
      {
        pageref: 'page_1',
        request: {
          method: 'OPTIONS',
          url: `${api}/reports`,
          headers: withHeaders({
            'Access-Control-Request-Method': 'PUT',
            'Access-Control-Request-Headers': '',
            Origin: app,
          }),
        },
        response: { status: 200, headers: [], cookies: [] },
      },
      {
        pageref: 'page_1',
        request: {
          method: 'PUT',
          url: `${api}/reports`,
          headers: withHeaders({
            Origin: app,
            Referer: `${app}/`,
            'Sec-Fetch-Mode': 'cors',
            Authorization: 'Basic bWFkZTp1cA==',
          }),
          cookies: [],
        },
        response: { status: 200, headers: [], cookies: [] },
      },
    ],
  },
})}`;

/** As Safari's Web Inspector saves it: neither resource types nor Sec-Fetch headers, null in many places. */
export const safariHar = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebKit Web Inspector', version: '1.0' },
    pages: [{ id: 'page_0', title: `${app}/start`, startedDateTime: null, pageTimings: { onLoad: null } }],
    entries: [
      {
        pageref: 'page_0',
        request: {
          method: 'GET',
          url: `${api}/me/`,
          httpVersion: '',
          cookies: [{ name: 'sid', value: 'made-up-session', expires: null }],
          headers: withHeaders({ Accept: '*/*', 'X-Session-Hint': 'made-up-session' }),
          postData: null,
        },
        response: {
          status: 200,
          headers: withHeaders({ 'Access-Control-Allow-Origin': app }),
          cookies: null,
        },
      },
      {
        pageref: 'page_0',
        request: {
          method: 'GET',
          url: `${api}/verify/made-up-session`,
          headers: withHeaders({ Origin: app }),
        },
        response: { status: 403, headers: null },
      },
      {
        pageref: 'page_0',
        request: { method: 'GET', url: `${api}/logo.png`, headers: null },
        response: null,
      },
    ],
  },
});

/**
 * As Chrome saves it of an app in a native shell: a WebSocket and an EventSource beside a form with a file, with cookies and
 * a CSRF token.
 */
export const channelsHar = JSON.stringify({
  log: {
    entries: [
      {
        _resourceType: 'fetch',
        request: {
          method: 'POST',
          url: `${api}/login`,
          headers: withHeaders({ origin: 'capacitor://localhost', 'sec-fetch-mode': 'cors' }),
        },
        response: { status: 204, headers: withHeaders({ 'set-cookie': 'sid=made-up-session; HttpOnly' }) },
      },
      {
        _resourceType: 'fetch',
        request: {
          method: 'POST',
          url: `${api}/photos`,
          headers: withHeaders({
            origin: app,
            'sec-fetch-mode': 'cors',
            cookie: 'sid=made-up-session',
            'content-type': 'multipart/form-data; boundary=----made-up',
            'x-csrf-token': 'made-up-token',
          }),
          postData: {
            mimeType: 'multipart/form-data; boundary=----made-up',
            text: '------made-up\r\nContent-Disposition: form-data; name="title"\r\n\r\na made-up title\r\n------made-up\r\nContent-Disposition: form-data; name="photo"; filename="made-up.png"\r\nContent-Type: image/png\r\n\r\n\r\n------made-up--\r\n',
          },
        },
        response: { status: 201, headers: [] },
      },
      {
        _resourceType: 'eventsource',
        request: {
          method: 'GET',
          url: `${api}/events?room=7`,
          headers: withHeaders({
            origin: app,
            accept: 'text/event-stream',
            'cache-control': 'no-cache',
            'sec-fetch-mode': 'cors',
          }),
        },
        response: { status: 200, headers: [] },
      },
      {
        _resourceType: 'websocket',
        request: {
          method: 'GET',
          url: 'wss://api.example.com/rooms/7/socket?access_token=made-up-token',
          headers: withHeaders({
            Origin: app,
            Upgrade: 'websocket',
            'Sec-WebSocket-Protocol': 'graphql-transport-ws, graphql-ws',
          }),
        },
        response: { status: 101, headers: [] },
      },
    ],
  },
});

/** As Playwright's recordHar saves it in Firefox: nothing of a WebSocket but its address; an EventSource has no type. */
export const bareChannelsHar = JSON.stringify({
  log: {
    pages: [{ id: 'page@1', title: 'Shop' }],
    entries: [
      {
        pageref: 'page@1',
        request: {
          method: 'GET',
          url: `${api}/events`,
          headers: withHeaders({ Accept: 'text/event-stream', Origin: app, 'Sec-Fetch-Mode': 'cors' }),
        },
        response: { status: 200, headers: withHeaders({ 'Access-Control-Allow-Credentials': 'true' }) },
      },
      {
        pageref: 'page@1',
        _resourceType: 'websocket',
        request: { method: 'GET', url: 'wss://api.example.com/socket', headers: [], cookies: [] },
        response: { status: -1, headers: [], cookies: [] },
      },
      {
        pageref: 'page@2',
        _resourceType: 'websocket',
        request: { method: 'GET', url: 'wss://api.example.com/unknown', headers: [], cookies: [] },
        response: { status: -1, headers: [], cookies: [] },
      },
    ],
  },
});
