import express from 'express';
import session from 'express-session';
import { WebSocketServer } from 'ws';

const { name, path, secure, sameSite, partitioned } = JSON.parse(process.env.COOKIE);
const allowedOrigins = JSON.parse(process.env.ORIGINS ?? 'null');
const app = express();
app.set('trust proxy', 1);
const withSession = session({
  name,
  secret: 'what signs the session',
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, path, secure, sameSite, partitioned },
});
app.use(withSession);
app.post('/auth/login', (request, response) => {
  request.session.user = 'ada';
  response.status(204).end();
});

const sockets = new WebSocketServer({ noServer: true });
const server = app.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
server.on('upgrade', (request, socket, head) => {
  const refuse = (status) =>
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  if (allowedOrigins !== null && !allowedOrigins.includes(request.headers.origin))
    return refuse('403 Forbidden');
  withSession(request, {}, () => {
    if (process.env.NEEDS_USER !== '0' && request.session?.user === undefined)
      return refuse('401 Unauthorized');
    sockets.handleUpgrade(request, socket, head, () => {});
  });
});
