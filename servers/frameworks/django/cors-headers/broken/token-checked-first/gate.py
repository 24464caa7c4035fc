from django.http import HttpResponse


def require_token(get_response):
    """A check for a token: no CORS-preflight request has one."""

    def check(request):
        if 'Access-Control-Request-Method' in request.headers and 'Authorization' not in request.headers:
            return HttpResponse(status=401)
        return get_response(request)

    return check
