import os

import aiohttp_cors
from aiohttp import web

options = {}
if os.environ['INTENT'] == 'declared':
    allowed = aiohttp_cors.ResourceOptions(
        allow_credentials=True,
        expose_headers=['x-total-count'],
        allow_headers=['content-type', 'authorization'],
        allow_methods=['GET', 'PUT', 'DELETE'],
        max_age=600,
    )
    options = {'https://app.example.com': allowed, 'https://admin.example.com': allowed}
else:
    options = {'*': aiohttp_cors.ResourceOptions()}


async def items(request):
    return web.json_response(['carried out'], headers={'X-Total-Count': '5'})


async def vary(request):
    return web.json_response(['carried out'], headers={'Vary': 'Accept-Language'})


async def moved(request):
    raise web.HTTPFound('/items')


async def boom(request):
    raise RuntimeError('uncaught')


app = web.Application()
cors = aiohttp_cors.setup(app, defaults=options)
resource = cors.add(app.router.add_resource('/items'))
for method in ('GET', 'PUT', 'DELETE'):
    cors.add(resource.add_route(method, items))
for name, handler in (('/vary', vary), ('/moved', moved), ('/boom', boom)):
    cors.add(cors.add(app.router.add_resource(name)).add_route('GET', handler))
web.run_app(app, host='127.0.0.1', port=int(os.environ['PORT']), print=None)
