SECRET_KEY = 'an example: keep your own secret'
ALLOWED_HOSTS = ['localhost', '127.0.0.1']
ROOT_URLCONF = 'urls'
USE_TZ = True

INSTALLED_APPS = [
    'corsheaders',
]
MIDDLEWARE = [
    'gate.require_token',
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

# CORS lets a page read; Django checks the Origin of unsafe requests for itself.
{{if credentials}} CSRF_TRUSTED_ORIGINS = CORS_ALLOWED_ORIGINS
{{if credentials}} CORS_ALLOW_HEADERS += ['x-csrftoken']
