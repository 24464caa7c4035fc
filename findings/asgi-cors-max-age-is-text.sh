#!/usr/bin/env bash
# asgi-cors 1.0.1 with max_age=600, as its README shows it, under Uvicorn 0.54.0.
#
# Guess, before it was run: Access-Control-Max-Age is 600.
# Seen: the value is handed to the server as text, where ASGI asks for bytes
# (https://asgi.readthedocs.io/en/latest/specs/www.html#response-start-send-event). Uvicorn with h11 takes it. With httptools,
# which uvicorn[standard] brings, it ends the connection of each page that is allowed without a response, and answers requests
# without Origin as ever, so that curl sees nothing of it. No answer has Vary, though it names the origin that asked. The
# first is configured away by leaving max_age out, whereupon each engine keeps the CORS-preflight response for 5 seconds.
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet asgi-cors==1.0.1 uvicorn==0.54.0 httptools==0.7.1
cat >look.py <<'PY'
import asyncio
import http.client
import socket

import uvicorn
from asgi_cors import asgi_cors

origin = 'https://app.example.com'


async def api(scope, receive, send):
    await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'2')]})
    await send({'type': 'http.response.body', 'body': b'[]'})


def ask(port, headers):
    connection = http.client.HTTPConnection('127.0.0.1', port)
    connection.request('GET', '/items', headers=headers)
    try:
        answer = connection.getresponse()
    except http.client.RemoteDisconnected:
        return 'hung up'
    return [answer.status, answer.headers['Access-Control-Max-Age'], answer.headers['Vary']]


async def look(parser):
    listening = socket.create_server(('127.0.0.1', 0))
    app = asgi_cors(api, hosts=[origin], max_age=600)
    server = uvicorn.Server(uvicorn.Config(app, http=parser, log_level='critical', lifespan='off'))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    port = listening.getsockname()[1]
    answers = [await asyncio.to_thread(ask, port, headers) for headers in ({}, {'Origin': origin})]
    server.should_exit = True
    await serving
    return answers


seen = {parser: asyncio.run(look(parser)) for parser in ('h11', 'httptools')}
print(seen)
assert seen == {
    'h11': [[200, None, None], [200, '600', None]],
    'httptools': [[200, None, None], 'hung up'],
}, 'It was another one.'
PY
own/bin/python look.py
