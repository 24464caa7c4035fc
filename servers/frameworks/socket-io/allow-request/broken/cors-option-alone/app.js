import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();
app.use(routes);

const server = createServer(app);
export const io = new Server(server, {
  cors: { origin: allowedOrigins, credentials: true },
});

export default server;
