#!/usr/bin/env bash
# Falcon 4.4.0, its own CORSMiddleware with an allow list of one origin.
#
# Guess, before it was run: "Vary: Origin" on each answer, as what it allows depends on Origin; and the CORS-preflight
# response lists the request headers that the application takes.
# Seen: no Vary at all on an answer that is in order ("Vary: Accept" on errors), and the request headers that were asked for
# are listed back, whatever they are.
#
# Ends with 0 if that is still so. Needs Python 3.11.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet falcon==4.4.0
cat >look.py <<'PY'
import falcon
from falcon import testing

origin = 'https://app.example.com'


class Items:
    def on_get(self, request, response):
        response.media = []

    def on_put(self, request, response):
        response.media = []


app = falcon.App(middleware=[falcon.CORSMiddleware(allow_origins=[origin])])
app.add_route('/items', Items())
client = testing.TestClient(app)


def seen(answer):
    names = ('access-control-allow-origin', 'vary', 'access-control-allow-headers')
    return [answer.status_code, *(answer.headers.get(name) for name in names)]


answers = {
    'allowed': seen(client.simulate_get('/items', headers={'Origin': origin})),
    'without Origin': seen(client.simulate_get('/items')),
    'preflight': seen(
        client.simulate_options(
            '/items',
            headers={
                'Origin': origin,
                'Access-Control-Request-Method': 'PUT',
                'Access-Control-Request-Headers': 'x-nobody-knows',
            },
        )
    ),
}
print(answers)
assert answers == {
    'allowed': [200, origin, None, None],
    'without Origin': [200, None, None, None],
    'preflight': [200, origin, None, 'x-nobody-knows'],
}, 'It was another one.'
PY
timeout 120 own/bin/python look.py
