import { createServer } from 'node:http';
import express from 'express';
import { WebSocketServer } from 'ws';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = express();
app.use(routes);

const server = createServer(app);
const sockets = new WebSocketServer({ noServer: true });

// A handshake passes no middleware of Express.
server.on('upgrade', (req, socket, head) => {
  if (req.headers.origin !== `http://${req.headers.host}`) {
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(req, socket, head, (ws) => sockets.emit('connection', ws, req));
});

export default server;
