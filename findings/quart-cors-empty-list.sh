#!/usr/bin/env bash
# quart-cors 0.8.0 on Quart 0.22.0, with nothing said of exposed headers.
#
# Guess, before it was run: no Access-Control-Expose-Headers.
# Seen: the line is there, and its value is two quotation marks, which is no list of header names: a browser exposes nothing
# by it, as if it were absent.
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet quart==0.22.0 quart-cors==0.8.0
cat >look.py <<'PY'
import asyncio

from quart import Quart
from quart_cors import cors

origin = 'https://app.example.com'
app = cors(Quart(__name__), allow_origin=[origin])


@app.route('/items')
async def items():
    return '[]'


async def look():
    answer = await app.test_client().get('/items', headers={'Origin': origin})
    names = ('access-control-allow-origin', 'vary', 'access-control-expose-headers')
    return [answer.status_code, *(answer.headers.get(name) for name in names)]


seen = asyncio.run(look())
print(seen)
assert seen == [200, origin, 'Origin', '""'], 'It was another one.'
PY
timeout 120 own/bin/python look.py
