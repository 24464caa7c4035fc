import os

from sanic import Sanic, json, redirect
from sanic_ext import Extend

app = Sanic('api')
if os.environ['INTENT'] == 'declared':
    app.config.CORS_ORIGINS = ['https://app.example.com', 'https://admin.example.com']
    app.config.CORS_METHODS = ['GET', 'PUT', 'DELETE']
    app.config.CORS_ALLOW_HEADERS = ['content-type', 'authorization']
    app.config.CORS_SUPPORTS_CREDENTIALS = True
    app.config.CORS_EXPOSE_HEADERS = ['x-total-count']
    app.config.CORS_MAX_AGE = 600
else:
    app.config.CORS_ORIGINS = '*'
app.config.OAS = False
Extend(app)


@app.route('/items', methods=['GET', 'PUT', 'DELETE'])
async def items(request):
    return json(['carried out'], headers={'X-Total-Count': '5'})


@app.get('/vary')
async def vary(request):
    return json(['carried out'], headers={'Vary': 'Accept-Language'})


@app.get('/moved')
async def moved(request):
    return redirect('/items')


@app.get('/boom')
async def boom(request):
    raise RuntimeError('uncaught')


if __name__ == '__main__':
    app.run('127.0.0.1', int(os.environ['PORT']), single_process=True, motd=False)
