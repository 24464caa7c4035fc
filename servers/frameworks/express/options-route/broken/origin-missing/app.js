import express from 'express';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();

// The regular expression means every path in Express 4 and 5. Express 5 does not start with '*'.
app.options(/.*/, (req, res, next) => {
  const trusted = allowedOrigins.includes(req.get('Origin'));
  if (!trusted || !req.get('Access-Control-Request-Method')) return next();
  res.vary('Origin');
  res.set('Access-Control-Allow-Origin', req.get('Origin'));
  {{if credentials}} res.set('Access-Control-Allow-Credentials', 'true');
  res.set('Access-Control-Allow-Methods', {{methods joined as js}});
  {{if requestHeaders}} res.set('Access-Control-Allow-Headers', {{requestHeaders joined as js}});
  {{if maxAgeSeconds}} res.set('Access-Control-Max-Age', '{{maxAgeSeconds as bare}}');
  res.status(204).end();
});

app.use(routes);

export default app;
