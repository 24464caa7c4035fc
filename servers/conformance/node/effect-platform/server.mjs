import { HttpMiddleware, HttpRouter, HttpServer, HttpServerResponse } from '@effect/platform';
import { NodeHttpServer, NodeRuntime } from '@effect/platform-node';
import { Effect, Layer } from 'effect';
import { createServer } from 'node:http';

const declared = {
  allowedOrigins: ['https://app.example.com', 'https://admin.example.com'],
  allowedMethods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  exposedHeaders: ['x-total-count'],
  credentials: true,
  maxAge: 600,
};
const answer = (headers) => HttpServerResponse.json(['carried out'], { headers });
const router = HttpRouter.empty.pipe(
  HttpRouter.get('/items', answer({ 'x-total-count': '5' })),
  HttpRouter.put('/items', answer({})),
  HttpRouter.del('/items', answer({})),
  HttpRouter.get('/vary', answer({ vary: 'Accept-Language' })),
  HttpRouter.get('/moved', HttpServerResponse.redirect('/items')),
  HttpRouter.get('/boom', Effect.die(new Error('uncaught'))),
);
const cors = process.env.INTENT === 'declared' ? HttpMiddleware.cors(declared) : HttpMiddleware.cors();
const app = HttpServer.serve(router, cors);
const server = NodeHttpServer.layer(() => createServer(), {
  port: Number(process.env.PORT),
  host: '127.0.0.1',
});
NodeRuntime.runMain(Layer.launch(Layer.provide(app, server)));
