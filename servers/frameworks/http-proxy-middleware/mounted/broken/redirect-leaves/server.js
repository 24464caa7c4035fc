const express = require('express');
const { createProxyMiddleware } = require('http-proxy-middleware');

const app = express();

const apiProxy = createProxyMiddleware({
  target: {{backend as js}},
  // Host stays the page's own, so that an API that compares it with Origin finds them equal.
  changeOrigin: false,
  // A cookie with Domain is kept for the page's host.
  cookieDomainRewrite: '',
});

// Version 2 keeps /api on the path, and has no pathFilter.
app.use('/api', apiProxy);
app.use(express.static('public'));

const server = app.listen({{port as bare}}, 'localhost', () => {
  console.log(`listening on port ${server.address().port}`);
});
// WebSockets do not come through app.use().
server.on('upgrade', apiProxy.upgrade);
