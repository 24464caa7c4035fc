from flask import Flask, request

from items import items

ALLOWED_ORIGINS = {{origins as python}}

app = Flask(__name__)


def is_preflight():
    return request.method == 'OPTIONS' and 'Access-Control-Request-Method' in request.headers


@app.before_request
def answer_preflight():
    # For every path: Flask itself answers OPTIONS for the routes it knows alone.
    if is_preflight():
        return '', 204


@app.after_request
def add_cors_headers(response):
    # On every answer: a cache must not hand one origin's answer to another.
    response.vary.add('Origin')
    origin = request.headers.get('Origin')
    if origin not in ALLOWED_ORIGINS:
        return response
    response.headers['Access-Control-Allow-Origin'] = origin
    {{if credentials}} response.headers['Access-Control-Allow-Credentials'] = 'true'
    {{if exposedHeaders}} response.headers['Access-Control-Expose-Headers'] = {{exposedHeaders joined as python}}
    if is_preflight():
        response.headers['Access-Control-Allow-Methods'] = {{methods joined as python}}
        {{if requestHeaders}} response.headers['Access-Control-Allow-Headers'] = {{requestHeaders joined as python}}
        {{if maxAgeSeconds}} response.headers['Access-Control-Max-Age'] = '{{maxAgeSeconds as python}}'
    return response


app.register_blueprint(items)
