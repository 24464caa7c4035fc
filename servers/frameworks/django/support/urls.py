from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods


@require_http_methods(['GET', 'HEAD'])
def items(request):
    body = [{'id': 1}, {'id': 2}]
    response = HttpResponse() if request.method == 'HEAD' else JsonResponse(body, safe=False)
    response['X-Total-Count'] = '2'
    return response


# Called with a token in Authorization, not with a cookie: nothing that another site could forge.
@csrf_exempt
@require_http_methods(['PUT', 'DELETE'])
def item(request):
    return JsonResponse({'id': 1})


@require_http_methods(['GET', 'HEAD'])
def boom(request):
    raise RuntimeError('an uncaught exception')


# For pages that are signed in with a cookie: they read the token here and send it as X-CSRFToken.
@require_http_methods(['GET'])
def csrf_token(request):
    token = get_token(request)
    return JsonResponse({'token': token}, headers={'X-CSRFToken': token})


@require_http_methods(['PUT'])
def account(request):
    return JsonResponse({'saved': True})


urlpatterns = [
    path('items', items),
    path('items/1', item),
    path('boom', boom),
    path('csrf-token', csrf_token),
    path('account', account),
]
