import os
import threading

from flask import Flask, Response, request
from flask_cors import CORS

fault = os.environ.get('FAULT', '')
page = 'https://app.example.com'
app = Flask(__name__)


# Before CORS, so that it comes after it.
@app.after_request
def vary_by_origin(response):
    response.vary.add('Origin')
    if fault == 'star with credentials':
        response.headers['Access-Control-Allow-Origin'] = '*'
    if fault == 'lost when resumed' and 'Last-Event-ID' in request.headers:
        response.headers.pop('Access-Control-Allow-Origin', None)
    return response


CORS(
    app,
    resources=[r'/other'] if fault == 'another path' else [r'/events'],
    # A pattern that matches anything makes flask-cors send the origin back.
    origins={'any origin': r'.*', 'star with credentials': '*'}.get(fault, page),
    supports_credentials=fault != 'no credentials',
    send_wildcard=False,
    always_send=False,
)


def events(last):
    if fault == 'headers with the first event':
        threading.Event().wait()
    yield f'retry: 100\nid: {last + 1}\ndata: hello\n\n'
    if fault == 'endless':
        threading.Event().wait()


@app.get('/events')
def stream():
    last = request.headers.get('Last-Event-ID')
    if fault == 'ends for good' and last is not None:
        return '', 204
    kind = 'application/json' if fault == 'not a stream' else 'text/event-stream'
    return Response(events(int(last or 0)), mimetype=kind)


app.run(port=int(os.environ['PORT']), threaded=True)
