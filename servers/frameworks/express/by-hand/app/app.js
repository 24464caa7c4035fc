import express from 'express';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();

// Before every route, and before every other middleware that can answer.
app.use((req, res, next) => {
  // On every answer: a cache must not hand one origin's answer to another.
  res.vary('Origin');
  const origin = req.get('Origin');
  if (!allowedOrigins.includes(origin)) return next();

  res.set('Access-Control-Allow-Origin', origin);
  {{if credentials}} res.set('Access-Control-Allow-Credentials', 'true');

  // A CORS-preflight request. Any other OPTIONS request is left to the routes.
  if (req.method === 'OPTIONS' && req.get('Access-Control-Request-Method')) {
    res.set('Access-Control-Allow-Methods', {{methods joined as js}});
    {{if requestHeaders}} res.set('Access-Control-Allow-Headers', {{requestHeaders joined as js}});
    {{if maxAgeSeconds}} res.set('Access-Control-Max-Age', '{{maxAgeSeconds as bare}}');
    return res.status(204).end();
  }

  {{if exposedHeaders}} res.set('Access-Control-Expose-Headers', {{exposedHeaders joined as js}});
  next();
});

app.use(routes);

export default app;
