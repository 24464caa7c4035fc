#!/usr/bin/env bash
# Flask-CORS 6.0.5 on Flask 3.1.3, with an allow list of two origins and credentials.
#
# Guess, before it was run: an answer to a request without Origin has no Access-Control-Allow-Origin, and every answer has
# "Vary: Origin".
# Seen: without Origin, the answer names an origin of the list, one and the same, so that whoever asks is told which is
# trusted. The answer to a stranger has no Vary, though the answers to pages depend on Origin: a cache that keeps that copy
# hands it to a page of the list, which is then refused (https://www.rfc-editor.org/rfc/rfc9111#section-4.1,
# https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches). The first is configured away by always_send=False, the second
# by an after_request handler that adds Vary.
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet flask==3.1.3 flask-cors==6.0.5
cat >look.py <<'PY'
from flask import Flask
from flask_cors import CORS

origins = ['https://app.example.com', 'https://admin.example.com']
app = Flask(__name__)
CORS(app, origins=origins, supports_credentials=True)


@app.route('/items')
def items():
    return '[]'


def seen(headers):
    answer = app.test_client().get('/items', headers=headers)
    return [answer.headers.get('Access-Control-Allow-Origin'), answer.headers.get('Vary')]


answers = [seen({'Origin': origins[0]}), seen({}), seen({'Origin': 'https://stranger.example'})]
print(answers)
assert answers == [[origins[0], 'Origin'], [answers[1][0], 'Origin'], [None, None]], 'It was another one.'
assert answers[1][0] in origins, 'It was another one.'
PY
timeout 120 own/bin/python look.py
