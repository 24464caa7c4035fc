import { defineSigns } from '../sign.ts';

/** What an application, or the server that it runs in, sends with each of its answers. */
export default defineSigns({
  kind: 'application',
  signs: [
    {
      name: 'Next.js',
      shows: 'front',
      lines: [{ header: 'x-powered-by', startsWith: 'Next.js' }],
      stacks: ['nextjs'],
      source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/poweredByHeader',
    },
    {
      name: 'Express',
      shows: 'front',
      lines: [{ header: 'x-powered-by', startsWith: 'Express' }],
      stacks: ['express'],
      source: 'https://expressjs.com/en/5x/api.html#app.settings.table',
    },
    {
      // Its SecurityMiddleware and XFrameOptionsMiddleware, as a new project has them, whatever it runs on.
      name: 'Django',
      shows: 'front',
      lines: [
        { header: 'x-frame-options', pattern: /^deny$/ },
        { header: 'x-content-type-options', pattern: /^nosniff$/ },
        { header: 'referrer-policy', pattern: /^same-origin$/ },
        { header: 'cross-origin-opener-policy', pattern: /^same-origin$/ },
      ],
      stacks: ['django'],
      source: 'https://docs.djangoproject.com/en/5.2/ref/middleware/#module-django.middleware.security',
    },
    {
      // What its HeaderWriterFilter adds to each response.
      name: 'Spring Security',
      shows: 'front',
      lines: [
        { header: 'cache-control', pattern: /^no-cache, no-store, max-age=0, must-revalidate$/ },
        { header: 'pragma', pattern: /^no-cache$/ },
        { header: 'expires', pattern: /^0$/ },
        { header: 'x-content-type-options', pattern: /^nosniff$/ },
      ],
      stacks: ['spring'],
      source: 'https://docs.spring.io/spring-security/reference/features/exploits/headers.html',
    },
    {
      name: "Python's wsgiref",
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'WSGIServer/' }],
      stacks: ['django', 'flask'],
      source: 'https://docs.python.org/3/library/wsgiref.html#module-wsgiref.simple_server',
    },
    {
      // Flask's own server, and that of Django with runserver_plus.
      name: 'Werkzeug',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Werkzeug/' }],
      stacks: ['flask', 'django'],
      source: 'https://werkzeug.palletsprojects.com/en/stable/serving/',
    },
    {
      name: 'uvicorn',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'uvicorn' }],
      stacks: ['fastapi', 'django'],
      source: 'https://www.uvicorn.org/settings/#http',
    },
    {
      name: 'Hypercorn',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'hypercorn-' }],
      stacks: ['fastapi', 'django'],
      source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      name: 'Daphne',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'daphne' }],
      stacks: ['django', 'fastapi'],
      source: 'https://github.com/django/daphne/blob/main/daphne/cli.py',
    },
    {
      name: 'Gunicorn',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'gunicorn' }],
      stacks: ['flask', 'django', 'fastapi'],
      source: 'https://github.com/benoitc/gunicorn/blob/master/gunicorn/http/wsgi.py',
    },
    {
      name: 'Waitress',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'waitress' }],
      stacks: ['flask', 'django'],
      source: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      name: 'Tornado',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'TornadoServer/' }],
      source: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.set_default_headers',
    },
    {
      name: 'Rack or Rails',
      shows: 'front',
      lines: [{ header: 'x-runtime' }],
      stacks: ['rack'],
      source: 'https://guides.rubyonrails.org/configuring.html#configuring-middleware',
    },
    {
      name: 'WEBrick',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'WEBrick' }],
      stacks: ['rack'],
      source: 'https://github.com/ruby/webrick',
    },
    {
      name: 'Puma',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'puma' }],
      stacks: ['rack'],
      source: 'https://github.com/puma/puma',
    },
    {
      name: 'Phusion Passenger',
      shows: 'front',
      lines: [{ header: 'x-powered-by', startsWith: 'Phusion Passenger' }],
      stacks: ['rack', 'express', 'flask', 'django'],
      source: 'https://www.phusionpassenger.com/library/config/nginx/reference/',
    },
    {
      name: 'PHP',
      shows: 'front',
      lines: [{ header: 'x-powered-by', startsWith: 'PHP/' }],
      stacks: ['php'],
      source: 'https://www.php.net/manual/en/ini.core.php#ini.expose-php',
    },
    {
      name: 'Kestrel',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Kestrel' }],
      source:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserveroptions.addserverheader',
    },
    {
      name: 'ASP.NET',
      shows: 'front',
      lines: [{ header: 'x-aspnet-version' }],
      source:
        'https://learn.microsoft.com/en-us/dotnet/api/system.web.configuration.httpruntimesection.enableversionheader',
    },
    {
      name: 'Jetty',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'Jetty' }],
      source: 'https://jetty.org/docs/jetty/12/operations-guide/modules/standard.html',
    },
    {
      name: 'Amazon S3',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'AmazonS3' }],
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html',
    },
    {
      // It may be mounted in one of the others, whose line then comes first.
      name: 'tRPC',
      shows: 'front',
      lines: [{ header: 'vary', word: 'trpc-accept' }],
      stacks: ['trpc'],
      isMounted: true,
      source:
        'https://github.com/trpc/trpc/blob/main/packages/server/src/unstable-core-do-not-import/http/resolveResponse.ts',
    },
  ],
  pages: [],
});
