import 'reflect-metadata';
import { Controller, Delete, Get, Header, Module, Put, Redirect } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

// Decorators are called as functions, as this file is not compiled.
class Items {
  list() {
    return ['carried out'];
  }
  put() {
    return ['carried out'];
  }
  remove() {
    return ['carried out'];
  }
  vary() {
    return ['carried out'];
  }
  moved() {}
  boom() {
    throw new Error('uncaught');
  }
}
const decorate = (name, ...decorators) => {
  const descriptor = Object.getOwnPropertyDescriptor(Items.prototype, name);
  for (const decorator of decorators) decorator(Items.prototype, name, descriptor);
};
decorate('list', Get('items'), Header('X-Total-Count', '5'));
decorate('put', Put('items'));
decorate('remove', Delete('items'));
decorate('vary', Get('vary'), Header('Vary', 'Accept-Language'));
decorate('moved', Get('moved'), Redirect('/items'));
decorate('boom', Get('boom'));
Controller()(Items);
class AppModule {}
Module({ controllers: [Items] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
if (process.env.INTENT === 'declared') {
  app.enableCors({
    origin: ['https://app.example.com', 'https://admin.example.com'],
    methods: ['GET', 'PUT', 'DELETE'],
    allowedHeaders: ['content-type', 'authorization'],
    credentials: true,
    exposedHeaders: ['x-total-count'],
    maxAge: 600,
  });
} else app.enableCors();
await app.listen(Number(process.env.PORT), '127.0.0.1');
