import cors from 'cors';
import express from 'express';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const allow = cors({
  origin: allowedOrigins,
  methods: {{methods as js}},
  allowedHeaders: {{requestHeaders as js}},
  {{if exposedHeaders}} exposedHeaders: {{exposedHeaders as js}},
  {{if credentials}} credentials: true,
  {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
});

const app = express();

// Before every route, and before every other middleware that can answer.
app.use((req, res, next) => {
  // On every answer: a cache must not hand one origin's answer to another.
  res.vary('Origin');
  // The package alone would still send everybody the other CORS headers, and answer every OPTIONS request.
  if (allowedOrigins.includes(req.get('Origin'))) return allow(req, res, next);
  next();
});

// A check for a token.
app.use('/private', (req, res, next) => {
  if (!req.get('Authorization')) return res.sendStatus(401);
  next();
});

app.use(routes);

export default app;
