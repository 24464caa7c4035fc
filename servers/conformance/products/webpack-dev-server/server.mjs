import { mkdirSync, writeFileSync } from 'node:fs';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

mkdirSync('public');
mkdirSync('src');
writeFileSync('public/items.json', '["carried out"]');
writeFileSync('src/index.js', '');
const compiler = webpack({
  mode: 'development',
  entry: './src/index.js',
  infrastructureLogging: { level: 'none' },
});
const trusted = ['https://app.example.com', 'https://admin.example.com'];
const declared = ({ headers: { origin } }) => [
  { key: 'Vary', value: 'Origin' },
  ...(trusted.includes(origin)
    ? [
        { key: 'Access-Control-Allow-Origin', value: origin },
        { key: 'Access-Control-Allow-Credentials', value: 'true' },
        { key: 'Access-Control-Allow-Methods', value: 'GET, PUT, DELETE' },
        { key: 'Access-Control-Allow-Headers', value: 'content-type, authorization' },
        { key: 'Access-Control-Expose-Headers', value: 'x-total-count' },
        { key: 'Access-Control-Max-Age', value: '600' },
      ]
    : []),
];
const server = new WebpackDevServer(
  {
    host: '127.0.0.1',
    port: Number(process.env.PORT),
    allowedHosts: 'all',
    ...(process.env.INTENT === 'declared' ? { headers: declared } : {}),
  },
  compiler,
);
await server.start();
