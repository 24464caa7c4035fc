module.exports = {
  mode: 'development',
  entry: './src/index.js',
  devServer: {
    // A list: since version 5 the server does not start with an object.
    proxy: [
      {
        context: ['/api/**'],
        target: {{backend as js}},
        // Host stays the page's own, so that an API that compares it with Origin finds them equal.
        changeOrigin: false,
        // A cookie with Domain is kept for the page's host.
        cookieDomainRewrite: '',
        ws: true,
      },
    ],
  },
};
