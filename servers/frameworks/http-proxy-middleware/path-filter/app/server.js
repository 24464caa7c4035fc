const express = require('express');
const { createProxyMiddleware } = require('http-proxy-middleware');

const app = express();

const apiProxy = createProxyMiddleware({
  // Here and not in app.use('/api', …), which would take /api off the path.
  pathFilter: '/api/**',
  target: {{backend as js}},
  // Host stays the page's own, so that an API that compares it with Origin finds them equal.
  changeOrigin: false,
  // A redirect to the API's own address comes back through the proxy.
  autoRewrite: true,
  // A cookie with Domain is kept for the page's host.
  cookieDomainRewrite: '',
});

app.use(apiProxy);
app.use(express.static('public'));

const server = app.listen({{port as bare}}, 'localhost', () => {
  console.log(`listening on port ${server.address().port}`);
});
// WebSockets do not come through app.use().
server.on('upgrade', apiProxy.upgrade);
