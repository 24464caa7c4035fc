import os

import uvicorn
from asgi_cors import asgi_cors
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route


async def items(request):
    return JSONResponse(['carried out'], headers={'X-Total-Count': '5'})


async def vary(request):
    return JSONResponse(['carried out'], headers={'Vary': 'Accept-Language'})


async def moved(request):
    return RedirectResponse('/items', 302)


async def boom(request):
    raise RuntimeError('uncaught')


routes = [
    Route('/items', items, methods=['GET', 'PUT', 'DELETE']),
    Route('/vary', vary),
    Route('/moved', moved),
    Route('/boom', boom),
]
if os.environ['INTENT'] == 'declared':
    app = asgi_cors(
        Starlette(routes=routes),
        hosts=['https://app.example.com', 'https://admin.example.com'],
        methods=['GET', 'PUT', 'DELETE'],
        headers=['content-type', 'authorization'],
        max_age=600,
    )
else:
    app = asgi_cors(Starlette(routes=routes), allow_all=True)
uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='critical')
