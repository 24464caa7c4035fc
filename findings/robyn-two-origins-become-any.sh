#!/usr/bin/env bash
# Robyn 0.88.0, ALLOW_CORS with one trusted origin and with two.
#
# Guess, before it was run: each trusted origin gets its own name in Access-Control-Allow-Origin, and Vary names Origin.
# Seen: with one origin, that one stands on every answer. With two, "*" does, beside "Access-Control-Allow-Credentials: true":
# whatever a trusted page asks with credentials is refused by its browser (https://fetch.spec.whatwg.org/#concept-cors-check),
# although its CORS-preflight request is answered with its own name. Origins that are not on the list are told apart by
# status 403 alone, which any page may read; so is the API's own site where a browser sends Origin with a POST. Configured
# away by one origin, or by a handler that runs after each request and sets the header itself.
#
# Ends with 0 if that is still so. Needs Python 3.10.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet robyn==0.88.0
cat >api.py <<'PY'
import os
from robyn import ALLOW_CORS, Robyn

app = Robyn(__file__)
ALLOW_CORS(app, origins=os.environ["ORIGINS"].split())


@app.get("/items")
def items():
    return "[]"


app.start(host="127.0.0.1", port=int(os.environ["PORT"]))
PY
cat >look.py <<'PY'
import http.client
import os
import signal
import socket
import subprocess
import sys
import time

trusted = ["https://app.example.com", "https://admin.example.com"]


def ask(port, method, origin):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, "/items", headers={"Origin": origin, "Access-Control-Request-Method": "GET"})
    answer = connection.getresponse()
    names = ("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Vary")
    return (answer.status, *(answer.getheader(name) for name in names))


def answers(origins, requests):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "PORT": str(port), "ORIGINS": " ".join(origins)}
    quiet = subprocess.DEVNULL
    api = subprocess.Popen([sys.executable, "api.py"], env=env, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return [ask(port, *request) for request in requests]
            except ConnectionRefusedError:
                time.sleep(0.1)
    finally:
        os.killpg(api.pid, signal.SIGKILL)
        api.wait()


seen = [
    *answers(trusted[:1], [("GET", trusted[0])]),
    *answers(trusted, [("OPTIONS", trusted[1]), ("GET", trusted[1]), ("GET", "https://other.example.com")]),
]
print(*seen, sep="\n")
assert seen == [
    (200, "https://app.example.com", "true", None),
    (204, "https://admin.example.com", "true", None),
    (200, "*", "true", None),
    (403, "*", "true", None),
], "It was another one."
PY
timeout 60 venv/bin/python look.py
