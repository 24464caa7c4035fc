import cors from 'cors';
import express from 'express';
import routes from './routes.js';

// Put your query here: a table of customers, a cache, a flag. Compare whole origins, never a part of one.
const customers = new Map({{origins as js}}.map((origin) => [origin, {}]));
const isTrusted = async (origin) => customers.has(origin);

const allow = cors({
  // Repeats the request's own origin. Only requests of trusted origins come here.
  origin: true,
  methods: {{methods as js}},
  allowedHeaders: ['content-type', 'authorization'],
  {{if exposedHeaders}} exposedHeaders: {{exposedHeaders as js}},
  {{if credentials}} credentials: true,
  {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
});

const app = express();

// Before every route, and before every other middleware that can answer.
app.use((req, res, next) => {
  // On every answer: a cache must not hand one origin's answer to another.
  res.vary('Origin');
  const origin = req.get('Origin');
  isTrusted(origin).then((trusted) => (trusted ? allow(req, res, next) : next()), next);
});

app.use(routes);

export default app;
