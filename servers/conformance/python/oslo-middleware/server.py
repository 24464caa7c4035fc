import os

import waitress
import webob.dec
import webob.exc
from oslo_config import cfg
from oslo_middleware.cors import CORS


@webob.dec.wsgify
def api(request):
    if request.path_info == '/boom':
        raise RuntimeError('uncaught')
    if request.path_info == '/moved':
        return webob.exc.HTTPFound(location='/items')
    headers = {'/items': ('X-Total-Count', '5'), '/vary': ('Vary', 'Accept-Language')}
    if request.path_info not in headers:
        return webob.exc.HTTPNotFound()
    if request.method not in ('GET', 'HEAD', 'PUT', 'DELETE'):
        return webob.exc.HTTPMethodNotAllowed()
    response = webob.Response(json_body=['carried out'])
    name, value = headers[request.path_info]
    response.headers[name] = value
    return response


conf = cfg.ConfigOpts()
conf(args=[])
app = CORS(api, conf)
app.add_origin(
    allowed_origin=['https://app.example.com', 'https://admin.example.com'],
    allow_credentials=True,
    expose_headers=['x-total-count'],
    max_age=600,
    allow_methods=['GET', 'PUT', 'DELETE'],
    allow_headers=['content-type', 'authorization'],
)
waitress.serve(app, listen=f"127.0.0.1:{os.environ['PORT']}")
