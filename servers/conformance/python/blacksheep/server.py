import os

import uvicorn
from blacksheep import Application, json, redirect

app = Application()
if os.environ['INTENT'] == 'declared':
    app.use_cors(
        allow_methods='GET PUT DELETE',
        allow_origins='https://app.example.com https://admin.example.com',
        allow_headers='content-type authorization',
        allow_credentials=True,
        expose_headers='x-total-count',
        max_age=600,
    )
else:
    app.use_cors(allow_methods='*', allow_origins='*', allow_headers='*')


def answer(name, value):
    response = json(['carried out'])
    response.add_header(name, value)
    return response


@app.router.get('/items')
async def items():
    return answer(b'X-Total-Count', b'5')


@app.router.put('/items')
async def change():
    return json(['carried out'])


@app.router.delete('/items')
async def remove():
    return json(['carried out'])


@app.router.get('/vary')
async def vary():
    return answer(b'Vary', b'Accept-Language')


@app.router.get('/moved')
async def moved():
    return redirect('/items')


@app.router.get('/boom')
async def boom():
    raise RuntimeError('uncaught')


uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='error')
