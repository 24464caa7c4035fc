import os

from flask import Flask, jsonify, redirect
from flask_cors import CORS

app = Flask(__name__)
if os.environ['INTENT'] == 'declared':
    CORS(
        app,
        origins=['https://app.example.com', 'https://admin.example.com'],
        methods=['GET', 'PUT', 'DELETE'],
        allow_headers=['content-type', 'authorization'],
        supports_credentials=True,
        expose_headers=['x-total-count'],
        max_age=600,
    )
else:
    CORS(app)


def answer(headers):
    response = jsonify(['carried out'])
    response.headers.update(headers)
    return response


@app.route('/items', methods=['GET', 'PUT', 'DELETE'])
def items():
    return answer({'X-Total-Count': '5'})


@app.get('/vary')
def vary():
    return answer({'Vary': 'Accept-Language'})


@app.get('/moved')
def moved():
    return redirect('/items')


@app.get('/boom')
def boom():
    raise RuntimeError('uncaught')


app.run('127.0.0.1', int(os.environ['PORT']))
