from flask import Flask, request
from flask_cors import CORS

from items import items

app = Flask(__name__)


@app.after_request
def vary_by_origin(response):
    # On every answer: flask-cors leaves it out for origins that are not listed.
    response.vary.add('Origin')
    return response


@app.before_request
def answer_preflight():
    # For every path: Flask itself answers OPTIONS for the routes it knows alone.
    if request.method == 'OPTIONS' and 'Access-Control-Request-Method' in request.headers:
        return '', 204


CORS(
    app,
    resources=r'/api/.*',
    origins={{origins as python}},
    methods={{methods as python}},
    allow_headers={{requestHeaders as python}},
    {{if exposedHeaders}} expose_headers={{exposedHeaders as python}},
    {{if credentials}} supports_credentials=True,
    {{if maxAgeSeconds}} max_age={{maxAgeSeconds as python}},
    always_send=False,
)

app.register_blueprint(items)
