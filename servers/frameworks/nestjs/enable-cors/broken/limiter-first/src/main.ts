import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module.js';

const allowedOrigins = {{origins as js}};

const app = await NestFactory.create<NestExpressApplication>(AppModule);

// On every answer: a cache must not hand one origin's answer to another.
app.use((request: Request, response: Response, next: NextFunction) => {
  response.vary('Origin');
  next();
});

app.use('/limited', (_: Request, response: Response) => {
  response.status(429).send('Too many requests');
});

app.enableCors((request: Request, callback) => {
  // false: no CORS header at all. With a list here, others would still get all but Access-Control-Allow-Origin.
  const trusted = allowedOrigins.includes(request.get('Origin') ?? '');
  callback(null, {
    origin: trusted && allowedOrigins,
    methods: {{methods as js}},
    allowedHeaders: {{requestHeaders as js}},
    {{if exposedHeaders}} exposedHeaders: {{exposedHeaders as js}},
    {{if credentials}} credentials: true,
    {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
  });
});

await app.listen(process.env.PORT ?? 3000, process.env.HOST ?? '0.0.0.0');
console.log(`Application is running on: ${await app.getUrl()}`);
