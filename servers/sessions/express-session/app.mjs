import { randomUUID } from 'node:crypto';
import express from 'express';
import session from 'express-session';

const { name, path, domain, secure, sameSite, partitioned, maxAge } = JSON.parse(process.env.COOKIE);
const app = express();
if (process.env.TRUSTS_PROXY !== '0') app.set('trust proxy', 1);
app.use(
  session({
    name,
    secret: 'what signs the session',
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      path,
      secure,
      partitioned,
      ...(domain === undefined ? {} : { domain }),
      ...(sameSite === undefined ? {} : { sameSite }),
      ...(maxAge === undefined ? {} : { maxAge: maxAge * 1000 }),
    },
  }),
);
app.get('/csrf', (request, response) => {
  request.session.csrf ??= randomUUID();
  response.json({ token: request.session.csrf });
});
app.post('/auth/login', (request, response) => {
  const isForged = process.env.CSRF === '1' && request.get('X-CSRF-Token') !== request.session.csrf;
  if (isForged) return response.status(403).end();
  request.session.user = 'ada';
  response.status(204).end();
});
app.get('/me', (request, response) => {
  response.status(request.session.user === undefined ? 401 : 200).json({});
});

const tokens = new Set();
app.post('/oauth/token', express.urlencoded(), (request, response) => {
  if (request.body?.grant_type !== 'password' || request.body.password !== 'lovelace-1815') {
    return response.status(400).json({ error: 'invalid_grant' });
  }
  const token = randomUUID();
  tokens.add(`Bearer ${token}`);
  response.json({ access_token: token, token_type: 'Bearer' });
});
app.get('/bearer', (request, response) => {
  response.status(tokens.has(request.get('Authorization')) ? 200 : 401).json({});
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
