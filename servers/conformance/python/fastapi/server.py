import os

import uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, RedirectResponse

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
app = FastAPI()
app.add_middleware(CORSMiddleware, **intent)


@app.api_route('/items', methods=['GET', 'HEAD', 'PUT', 'DELETE'])
async def items():
    return JSONResponse(['carried out'], headers={'X-Total-Count': '5'})


@app.get('/vary')
async def vary():
    return JSONResponse(['carried out'], headers={'Vary': 'Accept-Language'})


@app.get('/moved')
async def moved():
    return RedirectResponse('/items', 302)


@app.get('/boom')
async def boom():
    raise RuntimeError('uncaught')


uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='error')
