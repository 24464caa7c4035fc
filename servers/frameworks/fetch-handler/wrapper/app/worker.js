import { handle } from './api.js';

const allowedOrigins = {{origins as js}};

export default {
  async fetch(request, env, context) {
    const origin = request.headers.get('Origin');
    const trusted = allowedOrigins.includes(origin);
    const preflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');

    const answer = trusted && preflight ? new Response(null, { status: 204 }) : await answerOf(request, env, context);
    // A copy, because the headers of a response that came from elsewhere cannot be changed.
    const response = new Response(answer.body, answer);
    // On every answer: a cache must not hand one origin's answer to another.
    response.headers.append('Vary', 'Origin');
    if (!trusted) return response;

    response.headers.set('Access-Control-Allow-Origin', origin);
    {{if credentials}} response.headers.set('Access-Control-Allow-Credentials', 'true');
    if (preflight) {
      response.headers.set('Access-Control-Allow-Methods', {{methods joined as js}});
      {{if requestHeaders}} response.headers.set('Access-Control-Allow-Headers', {{requestHeaders joined as js}});
      {{if maxAgeSeconds}} response.headers.set('Access-Control-Max-Age', '{{maxAgeSeconds as bare}}');
    } else {
      {{if exposedHeaders}} response.headers.set('Access-Control-Expose-Headers', {{exposedHeaders joined as js}});
    }
    return response;
  },
};

// The platform's own error page has no CORS headers, so an exception must not get there.
async function answerOf(request, env, context) {
  try {
    return await handle(request, env, context);
  } catch (error) {
    console.error(error);
    return Response.json({ error: 'internal error' }, { status: 500 });
  }
}
