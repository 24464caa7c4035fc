import asyncio
import os

import tornado.web

origins = ['https://app.example.com', 'https://admin.example.com']


class Base(tornado.web.RequestHandler):
    def set_default_headers(self):
        self.set_header('Vary', 'Origin')
        origin = self.request.headers.get('Origin')
        if origin in origins:
            self.set_header('Access-Control-Allow-Origin', origin)
            self.set_header('Access-Control-Allow-Credentials', 'true')
            self.set_header('Access-Control-Expose-Headers', 'x-total-count')

    def options(self, *_):
        if self.request.headers.get('Origin') in origins:
            self.set_header('Access-Control-Allow-Methods', 'GET, PUT, DELETE')
            self.set_header('Access-Control-Allow-Headers', 'content-type, authorization')
            self.set_header('Access-Control-Max-Age', '600')
        self.set_status(204)


class Items(Base):
    def get(self):
        self.set_header('X-Total-Count', '5')
        self.write({'items': ['carried out']})

    head = put = delete = get


class Vary(Base):
    def get(self):
        self.set_header('Vary', 'Accept-Language')
        self.write({'items': ['carried out']})


class Moved(Base):
    def get(self):
        self.redirect('/items')


class Boom(Base):
    def get(self):
        raise RuntimeError('uncaught')


class Missing(Base):
    def get(self):
        self.send_error(404)


async def main():
    routes = [('/items', Items), ('/vary', Vary), ('/moved', Moved), ('/boom', Boom)]
    app = tornado.web.Application(routes, default_handler_class=Missing)
    app.listen(int(os.environ['PORT']), '127.0.0.1')
    await asyncio.Event().wait()


asyncio.run(main())
