#!/usr/bin/env bash
# bottle-cors-plugin 0.1.9 with Bottle 0.13.4, on an application of its own (bottle.Bottle()), as most projects make one.
#
# Guess, before it was run: CORS-preflight requests are answered, and an origin that is not on the list gets no
# Access-Control-Allow-Origin.
# Seen: the plugin declares OPTIONS on the default application of the process, whichever one it is installed on. So a
# CORS-preflight request for an application of its own is answered with 405 and no CORS header. An origin that is not on the
# list, and a request without Origin, is answered with the first one of the list, and nothing has Vary: a cache keeps what
# names that one for all (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches). Configured away by bottle.app(), and by
# a handler that adds "Vary: Origin".
#
# Ends with 0 if that is still so. Needs Python 3.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet bottle==0.13.4 bottle-cors-plugin==0.1.9
cat >look.py <<'PY'
import io
import bottle
from bottle_cors_plugin import cors_plugin


def ask(application, method, origin):
    answered = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/items",
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": "api.example.com",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    if origin:
        environ["HTTP_ORIGIN"] = origin
    application(environ, lambda status, headers, *_: answered.append((status, dict(headers))))
    status, headers = answered[-1]
    return status[:3], headers.get("Access-Control-Allow-Origin"), headers.get("Vary")


def made(application):
    application.install(cors_plugin(["https://app.example.com", "https://admin.example.com"]))
    application.route("/items", "GET", lambda: "[]")
    return application


own, default = made(bottle.Bottle()), made(bottle.app())
seen = [
    ask(default, "OPTIONS", "https://app.example.com"),
    ask(own, "OPTIONS", "https://app.example.com"),
    ask(own, "GET", "https://admin.example.com"),
    ask(own, "GET", "https://other.example.com"),
    ask(own, "GET", None),
]
print(*seen, sep="\n")
assert seen == [
    ("200", "https://app.example.com", None),
    ("405", None, None),
    ("200", "https://admin.example.com", None),
    ("200", "https://app.example.com", None),
    ("200", "https://app.example.com", None),
], "It was another one."
PY
venv/bin/python look.py
