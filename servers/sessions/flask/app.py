import json
import os

from flask import Flask, session

cookie = json.loads(os.environ['COOKIE'])
app = Flask(__name__)
app.secret_key = 'what signs the session'
app.config.update(
    SESSION_COOKIE_NAME=cookie['name'],
    SESSION_COOKIE_PATH=cookie['path'],
    SESSION_COOKIE_DOMAIN=cookie.get('domain'),
    SESSION_COOKIE_SECURE=cookie['secure'],
    SESSION_COOKIE_SAMESITE=cookie.get('sameSite'),
    SESSION_COOKIE_PARTITIONED=cookie['partitioned'],
)
if 'maxAge' in cookie:
    app.config['PERMANENT_SESSION_LIFETIME'] = cookie['maxAge']


@app.post('/auth/login')
def login():
    session['user'] = 'ada'
    session.permanent = 'maxAge' in cookie
    return '', 204


@app.get('/me')
def me():
    return {}, 200 if 'user' in session else 401


app.run(port=int(os.environ['PORT']))
