from flask import Flask
from flask_cors import CORS

from items import items

app = Flask(__name__)


@app.after_request
def vary_by_origin(response):
    # On every answer: flask-cors leaves it out for origins that are not listed.
    response.vary.add('Origin')
    return response


CORS(
    app,
    origins={{origins as python}},
    methods={{methods as python}},
    allow_headers={{requestHeaders as python}},
    {{if exposedHeaders}} expose_headers={{exposedHeaders as python}},
    {{if credentials}} supports_credentials=True,
    {{if maxAgeSeconds}} max_age={{maxAgeSeconds as python}},
    always_send=False,
)

app.register_blueprint(items)
