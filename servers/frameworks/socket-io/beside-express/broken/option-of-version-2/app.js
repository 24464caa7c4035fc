import { createServer } from 'node:http';
import cors from 'cors';
import express from 'express';
import { Server } from 'socket.io';
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

function allowOrigins(req, res, next) {
  // On every answer: a cache must not hand one origin's answer to another.
  res.setHeader('Vary', 'Origin');
  // The package alone would still send everybody the other CORS headers, and answer every OPTIONS request.
  if (allowedOrigins.includes(req.headers.origin)) return allow(req, res, next);
  next();
}

const app = express();
app.use(allowOrigins);
app.use(routes);

const server = createServer(app);
export const io = new Server(server, { origins: allowedOrigins });

export default server;
