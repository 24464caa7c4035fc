import os

import cherrypy
import cherrypy_cors

is_declared = os.environ['INTENT'] == 'declared'
origins = ['https://app.example.com', 'https://admin.example.com']
if is_declared:
    cors = {
        'cors.expose.on': True,
        'cors.expose.origins': origins,
        'cors.expose.allow_credentials': True,
        'cors.expose.expose_headers': ['x-total-count'],
    }
else:
    cors = {'cors.expose.on': True}


class Api:
    @cherrypy.expose
    @cherrypy.tools.json_out()
    def items(self):
        if is_declared and cherrypy.request.method == 'OPTIONS':
            cherrypy_cors.preflight(
                allowed_methods=['GET', 'PUT', 'DELETE'],
                allowed_headers=['content-type', 'authorization'],
                allow_credentials=True,
                max_age=600,
                origins=origins,
            )
            return None
        if cherrypy.request.method not in ('GET', 'HEAD', 'PUT', 'DELETE'):
            raise cherrypy.HTTPError(405)
        cherrypy.response.headers['X-Total-Count'] = '5'
        return ['carried out']

    @cherrypy.expose
    @cherrypy.tools.json_out()
    def vary(self):
        cherrypy.response.headers['Vary'] = 'Accept-Language'
        return ['carried out']

    @cherrypy.expose
    def moved(self):
        raise cherrypy.HTTPRedirect('/items', 302)

    @cherrypy.expose
    def boom(self):
        raise RuntimeError('uncaught')


cherrypy_cors.install()
cherrypy.config.update({
    'server.socket_host': '127.0.0.1',
    'server.socket_port': int(os.environ['PORT']),
    'engine.autoreload.on': False,
    'log.screen': False,
})
cherrypy.quickstart(Api(), '/', {'/': cors})
