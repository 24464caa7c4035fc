import os

from microdot import Microdot, redirect
from microdot.cors import CORS

app = Microdot()
if os.environ['INTENT'] == 'declared':
    CORS(
        app,
        allowed_origins=['https://app.example.com', 'https://admin.example.com'],
        allow_credentials=True,
        allowed_methods=['GET', 'PUT', 'DELETE'],
        expose_headers=['x-total-count'],
        allowed_headers=['content-type', 'authorization'],
        max_age=600,
    )
else:
    CORS(app, allowed_origins='*')


@app.route('/items', methods=['GET', 'PUT', 'DELETE'])
async def items(request):
    return ['carried out'], {'X-Total-Count': '5'}


@app.get('/vary')
async def vary(request):
    return ['carried out'], {'Vary': 'Accept-Language'}


@app.get('/moved')
async def moved(request):
    return redirect('/items')


@app.get('/boom')
async def boom(request):
    raise RuntimeError('uncaught')


app.run(host='127.0.0.1', port=int(os.environ['PORT']))
