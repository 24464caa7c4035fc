import os

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

intent = {}
if os.environ['INTENT'] == 'declared':
    intent = {
        'allow_origins': ['https://app.example.com', 'https://admin.example.com'],
        'allow_methods': ['GET', 'PUT', 'DELETE'],
        'allow_headers': ['content-type', 'authorization'],
        'allow_credentials': True,
        'expose_headers': ['x-total-count'],
        'max_age': 600,
    }


async def items(request):
    return JSONResponse(['carried out'], headers={'X-Total-Count': '5'})


async def vary(request):
    return JSONResponse(['carried out'], headers={'Vary': 'Accept-Language'})


async def moved(request):
    return RedirectResponse('/items', 302)


async def boom(request):
    raise RuntimeError('uncaught')


app = Starlette(
    routes=[
        Route('/items', items, methods=['GET', 'PUT', 'DELETE']),
        Route('/vary', vary),
        Route('/moved', moved),
        Route('/boom', boom),
    ],
    middleware=[Middleware(CORSMiddleware, **intent)],
)
uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='error')
