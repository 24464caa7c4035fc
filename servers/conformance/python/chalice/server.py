import os

from chalice import Chalice, CORSConfig, Response
from chalice.config import Config
from chalice.local import create_local_server

if os.environ['INTENT'] == 'declared':
    cors = CORSConfig(
        allow_origin='https://app.example.com',
        allow_headers=['content-type', 'authorization'],
        expose_headers=['x-total-count'],
        max_age=600,
        allow_credentials=True,
    )
else:
    cors = True
app = Chalice('api')


@app.route('/items', methods=['GET', 'PUT', 'DELETE'], cors=cors)
def items():
    return Response(['carried out'], headers={'X-Total-Count': '5'})


@app.route('/vary', cors=cors)
def vary():
    return Response(['carried out'], headers={'Vary': 'Accept-Language'})


@app.route('/moved', cors=cors)
def moved():
    return Response('', status_code=302, headers={'Location': '/items'})


@app.route('/boom', cors=cors)
def boom():
    raise RuntimeError('uncaught')


server = create_local_server(app, Config(), '127.0.0.1', int(os.environ['PORT']))
server.serve_forever()
