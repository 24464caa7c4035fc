import { defineConfig } from 'vite';

export default defineConfig({
  server: {
    proxy: {
      // Not '/api', which would take /apiary too.
      '^/api(/|$|\\?)': {
        target: {{backend as js}},
        // Host stays the page's own, so that an API that compares it with Origin finds them equal.
        changeOrigin: true,
        // A redirect to the API's own address comes back through the proxy.
        autoRewrite: true,
        // A cookie with Domain is kept for the page's host.
        cookieDomainRewrite: '',
        ws: true,
      },
    },
  },
});

// In the page, use the path alone: fetch('/api/items'), new WebSocket('/api/socket').
