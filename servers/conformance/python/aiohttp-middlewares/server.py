import os

from aiohttp import web
from aiohttp_middlewares import cors_middleware, error_middleware

if os.environ['INTENT'] == 'declared':
    cors = cors_middleware(
        origins=['https://app.example.com', 'https://admin.example.com'],
        allow_methods=['GET', 'PUT', 'DELETE'],
        allow_headers=['content-type', 'authorization'],
        allow_credentials=True,
        expose_headers=['x-total-count'],
        max_age=600,
    )
else:
    cors = cors_middleware()


async def items(request):
    return web.json_response(['carried out'], headers={'X-Total-Count': '5'})


async def vary(request):
    return web.json_response(['carried out'], headers={'Vary': 'Accept-Language'})


async def moved(request):
    raise web.HTTPFound('/items')


async def boom(request):
    raise RuntimeError('uncaught')


app = web.Application(middlewares=[cors, error_middleware()])
app.router.add_get('/items', items)
app.router.add_put('/items', items)
app.router.add_delete('/items', items)
app.router.add_get('/vary', vary)
app.router.add_get('/moved', moved)
app.router.add_get('/boom', boom)
web.run_app(app, host='127.0.0.1', port=int(os.environ['PORT']), print=None)
