import os

import uvicorn
from litestar import Litestar, Response, delete, get, put
from litestar.config.cors import CORSConfig
from litestar.response import Redirect

if os.environ['INTENT'] == 'declared':
    cors = CORSConfig(
        allow_origins=['https://app.example.com', 'https://admin.example.com'],
        allow_methods=['GET', 'PUT', 'DELETE'],
        allow_headers=['content-type', 'authorization'],
        allow_credentials=True,
        expose_headers=['x-total-count'],
        max_age=600,
    )
else:
    cors = CORSConfig()


@get('/items')
async def items() -> Response[list[str]]:
    return Response(['carried out'], headers={'X-Total-Count': '5'})


@put('/items')
async def change() -> list[str]:
    return ['carried out']


@delete('/items', status_code=200)
async def remove() -> list[str]:
    return ['carried out']


@get('/vary')
async def vary() -> Response[list[str]]:
    return Response(['carried out'], headers={'Vary': 'Accept-Language'})


@get('/moved')
async def moved() -> Redirect:
    return Redirect('/items')


@get('/boom')
async def boom() -> list[str]:
    raise RuntimeError('uncaught')


app = Litestar([items, change, remove, vary, moved, boom], cors_config=cors, openapi_config=None)
uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='error')
