import express from 'express';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();

// Every answer, the CORS-preflight response included.
app.use((req, res, next) => {
  res.vary('Origin');
  const origin = req.get('Origin');
  if (allowedOrigins.includes(origin)) {
    res.set('Access-Control-Allow-Origin', origin);
    {{if credentials}} res.set('Access-Control-Allow-Credentials', 'true');
    {{if exposedHeaders}} res.set('Access-Control-Expose-Headers', {{exposedHeaders joined as js}});
  }
  next();
});

// The regular expression means every path in Express 4 and 5. Express 5 does not start with '*'.
app.options(/.*/, (req, res, next) => {
  if (!req.get('Access-Control-Request-Method')) return next();
  res.set('Access-Control-Allow-Origin', req.get('Origin'));
  res.set('Access-Control-Allow-Methods', {{methods joined as js}});
  {{if requestHeaders}} res.set('Access-Control-Allow-Headers', {{requestHeaders joined as js}});
  {{if maxAgeSeconds}} res.set('Access-Control-Max-Age', '{{maxAgeSeconds as bare}}');
  res.status(204).end();
});

app.use(routes);

export default app;
