from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import MutableHeaders

from items import router

api = FastAPI()
api.include_router(router)


class VaryByOrigin:
    """Vary: Origin on every answer, and no other CORS header where no origin is allowed."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def send_checked(message):
            if message['type'] == 'http.response.start':
                headers = MutableHeaders(scope=message)
                headers.add_vary_header('Origin')
                if 'access-control-allow-origin' not in headers:
                    for name in [name for name in headers if name.startswith('access-control-')]:
                        del headers[name]
            await send(message)

        await self.app(scope, receive, send_checked)


# For the routes of this application alone.
inner = VaryByOrigin(
    CORSMiddleware(
        FastAPI(),
        allow_origins={{origins as python}},
        allow_methods={{methods as python}},
        allow_headers={{requestHeaders as python}},
        {{if exposedHeaders}} expose_headers={{exposedHeaders as python}},
        {{if credentials}} allow_credentials=True,
        {{if maxAgeSeconds}} max_age={{maxAgeSeconds as python}},
    )
)
api.mount('/inner', inner)

app = api
