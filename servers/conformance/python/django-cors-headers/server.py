import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

intent = {}
if os.environ['INTENT'] == 'declared':
    intent = {
        'CORS_ALLOWED_ORIGINS': ['https://app.example.com', 'https://admin.example.com'],
        'CORS_ALLOW_METHODS': ['GET', 'PUT', 'DELETE'],
        'CORS_ALLOW_HEADERS': ['content-type', 'authorization'],
        'CORS_ALLOW_CREDENTIALS': True,
        'CORS_EXPOSE_HEADERS': ['x-total-count'],
        'CORS_PREFLIGHT_MAX_AGE': 600,
    }
settings.configure(
    DEBUG=False,
    SECRET_KEY='a secret of this file alone',
    ALLOWED_HOSTS=['127.0.0.1'],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=['corsheaders'],
    MIDDLEWARE=['corsheaders.middleware.CorsMiddleware', 'django.middleware.common.CommonMiddleware'],
    **intent,
)


@require_http_methods(['GET', 'HEAD', 'PUT', 'DELETE'])
def items(request):
    return JsonResponse(['carried out'], safe=False, headers={'X-Total-Count': '5'})


def vary(request):
    return JsonResponse(['carried out'], safe=False, headers={'Vary': 'Accept-Language'})


def moved(request):
    return HttpResponseRedirect('/items')


def boom(request):
    raise RuntimeError('uncaught')


urlpatterns = [path('items', items), path('vary', vary), path('moved', moved), path('boom', boom)]
execute_from_command_line([sys.argv[0], 'runserver', '--noreload', f"127.0.0.1:{os.environ['PORT']}"])
