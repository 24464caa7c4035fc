import json
import os
from wsgiref.simple_server import make_server

from django.conf import settings

cookie = json.loads(os.environ['COOKIE'])
settings.configure(
    SECRET_KEY='what signs the session',
    ALLOWED_HOSTS=['*'],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[
        'django.contrib.sessions.middleware.SessionMiddleware',
        *(['django.middleware.csrf.CsrfViewMiddleware'] if 'CSRF_ORIGINS' in os.environ else []),
    ],
    SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies',
    SESSION_COOKIE_NAME=cookie['name'],
    SESSION_COOKIE_PATH=cookie['path'],
    SESSION_COOKIE_DOMAIN=cookie.get('domain'),
    SESSION_COOKIE_SECURE=cookie['secure'],
    # False leaves the attribute out.
    SESSION_COOKIE_SAMESITE=cookie.get('sameSite', False),
    SESSION_COOKIE_AGE=cookie.get('maxAge', 3600),
    CSRF_COOKIE_SECURE=True,
    CSRF_COOKIE_SAMESITE='None',
    CSRF_HEADER_NAME=os.environ.get('CSRF_HEADER', 'HTTP_X_CSRFTOKEN'),
    CSRF_TRUSTED_ORIGINS=json.loads(os.environ.get('CSRF_ORIGINS', '[]')),
    SECURE_PROXY_SSL_HEADER=('HTTP_X_FORWARDED_PROTO', 'https'),
)

import django  # noqa: E402

django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse, JsonResponse  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.urls import path  # noqa: E402


def csrf(request):
    return JsonResponse({'token': get_token(request)})


def login(request):
    request.session['user'] = 'ada'
    return HttpResponse(status=204)


def me(request):
    return JsonResponse({}, status=200 if 'user' in request.session else 401)


urlpatterns = [path('csrf', csrf), path('auth/login', login), path('me', me)]

make_server('127.0.0.1', int(os.environ['PORT']), get_wsgi_application()).serve_forever()
