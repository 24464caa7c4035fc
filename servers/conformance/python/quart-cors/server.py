import os

from quart import Quart, jsonify, redirect
from quart_cors import cors

app = Quart(__name__)
if os.environ['INTENT'] == 'declared':
    app = cors(
        app,
        allow_origin=['https://app.example.com', 'https://admin.example.com'],
        allow_methods=['GET', 'PUT', 'DELETE'],
        allow_headers=['content-type', 'authorization'],
        allow_credentials=True,
        expose_headers=['x-total-count'],
        max_age=600,
    )
else:
    app = cors(app)


def answer(headers):
    response = jsonify(['carried out'])
    response.headers.update(headers)
    return response


@app.route('/items', methods=['GET', 'PUT', 'DELETE'])
async def items():
    return answer({'X-Total-Count': '5'})


@app.get('/vary')
async def vary():
    return answer({'Vary': 'Accept-Language'})


@app.get('/moved')
async def moved():
    return redirect('/items')


@app.get('/boom')
async def boom():
    raise RuntimeError('uncaught')


app.run('127.0.0.1', int(os.environ['PORT']), use_reloader=False)
