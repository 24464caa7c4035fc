import os

import falcon
import waitress

if os.environ['INTENT'] == 'declared':
    cors = falcon.CORSMiddleware(
        allow_origins=['https://app.example.com', 'https://admin.example.com'],
        allow_credentials=['https://app.example.com', 'https://admin.example.com'],
        expose_headers=['x-total-count'],
    )
else:
    cors = falcon.CORSMiddleware()


class Items:
    def on_get(self, request, response):
        response.set_header('X-Total-Count', '5')
        response.media = ['carried out']

    on_head = on_put = on_delete = on_get


class Vary:
    def on_get(self, request, response):
        response.set_header('Vary', 'Accept-Language')
        response.media = ['carried out']


class Moved:
    def on_get(self, request, response):
        raise falcon.HTTPFound('/items')


class Boom:
    def on_get(self, request, response):
        raise RuntimeError('uncaught')


app = falcon.App(middleware=[cors])
app.add_route('/items', Items())
app.add_route('/vary', Vary())
app.add_route('/moved', Moved())
app.add_route('/boom', Boom())
waitress.serve(app, listen=f"127.0.0.1:{os.environ['PORT']}")
