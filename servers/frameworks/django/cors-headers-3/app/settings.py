SECRET_KEY = 'an example: keep your own secret'
ALLOWED_HOSTS = ['localhost', '127.0.0.1']
ROOT_URLCONF = 'urls'
USE_TZ = True

INSTALLED_APPS = [
    'corsheaders',
]
MIDDLEWARE = [
    'settings.no_credentials_without_origin',
    # Before everything that can answer by itself: CommonMiddleware redirects, and a redirected
    # CORS-preflight request fails.
    'corsheaders.middleware.CorsMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
]

CORS_ALLOWED_ORIGINS = {{origins as python}}
CORS_ALLOW_METHODS = {{methods as python}}
CORS_ALLOW_HEADERS = {{requestHeaders as python}}
{{if exposedHeaders}} CORS_EXPOSE_HEADERS = {{exposedHeaders as python}}
{{if credentials}} CORS_ALLOW_CREDENTIALS = True
{{if maxAgeSeconds}} CORS_PREFLIGHT_MAX_AGE = {{maxAgeSeconds as python}}


def no_credentials_without_origin(get_response):
    # Before version 4, django-cors-headers sends Access-Control-Allow-Credentials to every origin.
    def middleware(request):
        response = get_response(request)
        if not response.has_header('Access-Control-Allow-Origin'):
            del response['Access-Control-Allow-Credentials']
        return response

    return middleware


# CORS lets a page read; Django checks for itself where unsafe requests come from. It wants these without the
# scheme before version 4.
{{if credentials}} CSRF_TRUSTED_ORIGINS = [origin.split('://')[1] for origin in CORS_ALLOWED_ORIGINS]
{{if credentials}} CORS_ALLOW_HEADERS += ['x-csrftoken']
