#!/usr/bin/env bash
# Litestar 2.25.0, CORSConfig with an allow list of one origin, and a handler that sets "Vary: Accept-Language" itself.
#
# Guess, before it was run: the answer varies by both.
# Seen: it has "Vary: Origin" alone, so that a cache hands one reader the language of another
# (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5). Without Origin the handler's own stands, and Origin is missing.
# Configured away by an after_response hook outside of the CORS middleware, or by a cache that is told of both.
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet litestar==2.25.0
cat >look.py <<'PY'
from litestar import Litestar, Response, get
from litestar.config.cors import CORSConfig
from litestar.testing import TestClient

origin = 'https://app.example.com'


@get('/items', sync_to_thread=False)
def items() -> Response[list[str]]:
    return Response([], headers={'Vary': 'Accept-Language'})


app = Litestar([items], cors_config=CORSConfig(allow_origins=[origin]))
with TestClient(app) as client:
    seen = [client.get('/items', headers=headers).headers.get('vary') for headers in ({'Origin': origin}, {})]
print(seen)
assert seen == ['Origin', 'Accept-Language'], 'It was another one.'
PY
timeout 120 own/bin/python look.py
