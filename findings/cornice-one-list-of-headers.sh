#!/usr/bin/env bash
# Cornice 6.1.0 on Pyramid 2.1, a service with a policy that names origins and, as `headers`, what pages read and send.
#
# Guess, before it was run: `headers` is what Access-Control-Expose-Headers says, `expose_all_headers` says that every
# response header is exposed, and what a page may send is another option, or whatever it asks for.
# Seen: `expose_all_headers` decides what a page may send, and exposes nothing. With True, its default, each header that is
# asked for is granted. With False the CORS-preflight request is refused with 400, unless the name is in `headers`, and each
# name there is exposed too: one list is both. Nothing has Vary, though the answer names the origin that asked: a cache hands
# one page the copy of another, which is refused (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches). An origin
# that is not on the list is answered with 400 in place of the handler's own answer. Configured away by a list of both kinds,
# and by a tween that adds "Vary: Origin".
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet cornice==6.1.0 pyramid==2.1 setuptools==80.9.0
cat >look.py <<'PY'
from cornice import Service
from pyramid.config import Configurator
from pyramid.response import Response
from webob import Request

origin = 'https://app.example.com'


def ask(expose_all, *headers):
    policy = {'enabled': True, 'origins': (origin,), 'headers': headers, 'expose_all_headers': expose_all}
    items = Service('items', '/items', cors_policy=policy)
    items.add_view('GET', lambda request: Response(json_body=[], vary='Accept-Language'))
    items.add_view('PUT', lambda request: Response(json_body=[]))
    with Configurator() as config:
        config.include('cornice')
        config.add_cornice_service(items)
        app = config.make_wsgi_app()
    preflight = {
        'Origin': origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'content-type',
    }
    asked = Request.blank('/items', method='OPTIONS', headers=preflight).get_response(app)
    read = Request.blank('/items', headers={'Origin': origin}).get_response(app)
    stranger = Request.blank('/items', headers={'Origin': 'https://stranger.example'}).get_response(app)
    exposed = sorted(read.headers['Access-Control-Expose-Headers'].lower().split(', '))
    return [asked.status_int, exposed, read.headers['Vary'], stranger.status_int]


seen = [ask(True, 'x-total-count'), ask(False, 'x-total-count'), ask(False, 'x-total-count', 'content-type')]
print(seen)
assert seen == [
    [200, ['x-total-count'], 'Accept-Language', 400],
    [400, ['x-total-count'], 'Accept-Language', 400],
    [200, ['content-type', 'x-total-count'], 'Accept-Language', 400],
], 'It was another one.'
PY
own/bin/python look.py
