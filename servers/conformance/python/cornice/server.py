import os

import waitress
from cornice import Service
from pyramid.config import Configurator
from pyramid.httpexceptions import HTTPFound
from pyramid.response import Response

if os.environ['INTENT'] == 'declared':
    policy = {
        'enabled': True,
        'origins': ('https://app.example.com', 'https://admin.example.com'),
        'headers': ('x-total-count', 'content-type', 'authorization'),
        'credentials': True,
        'max_age': 600,
        'expose_all_headers': False,
    }
else:
    policy = {'enabled': True, 'origins': ('*',)}

items = Service('items', '/items', cors_policy=policy)
vary = Service('vary', '/vary', cors_policy=policy)
moved = Service('moved', '/moved', cors_policy=policy)
boom = Service('boom', '/boom', cors_policy=policy)


def answer(name, value):
    return Response(json_body=['carried out'], headerlist=[('Content-Type', 'application/json'), (name, value)])


@items.get()
@items.put()
@items.delete()
def get_items(request):
    return answer('X-Total-Count', '5')


@vary.get()
def get_vary(request):
    return answer('Vary', 'Accept-Language')


@moved.get()
def get_moved(request):
    raise HTTPFound('/items')


@boom.get()
def get_boom(request):
    raise RuntimeError('uncaught')


with Configurator() as config:
    config.include('cornice')
    config.scan()
    app = config.make_wsgi_app()
waitress.serve(app, listen=f"127.0.0.1:{os.environ['PORT']}")
