import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();
app.use(routes);

const server = createServer(app);
export const io = new Server(server, {
  // The option cors is for the transport "polling" alone: a browser looks for no CORS header on a handshake.
  allowRequest: (req, done) => done(null, req.headers.origin === allowedOrigins[0]),
});

export default server;
