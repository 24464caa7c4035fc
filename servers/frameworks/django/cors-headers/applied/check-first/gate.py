from django.http import HttpResponse


def require_token(get_response):
    """A check for a token."""

    def check(request):
        if request.path == '/private' and 'Authorization' not in request.headers:
            return HttpResponse(status=401)
        return get_response(request)

    return check
