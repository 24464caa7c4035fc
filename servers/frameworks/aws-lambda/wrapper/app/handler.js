import { handle } from './api.js';

const allowedOrigins = {{origins as js}};

// A function behind an HTTP API or a function URL (payload format 2.0: header names are lower-case).
// Leave the gateway's own CORS configuration empty: it would replace these headers.
export async function handler(event, context) {
  const { origin, 'access-control-request-method': requestedMethod } = event.headers;
  const trusted = allowedOrigins.includes(origin);
  const preflight = event.requestContext.http.method === 'OPTIONS' && requestedMethod !== undefined;

  const answer = trusted && preflight ? { statusCode: 204 } : await answerOf(event, context);
  // On every answer: a cache must not hand one origin's answer to another.
  const vary = answer.headers?.Vary ? `${answer.headers.Vary}, Origin` : 'Origin';
  const headers = { ...answer.headers, Vary: vary };
  return { ...answer, headers: trusted ? { ...headers, ...corsHeaders(origin, preflight) } : headers };
}

function corsHeaders(origin, preflight) {
  const headers = { 'Access-Control-Allow-Origin': origin };
  {{if credentials}} headers['Access-Control-Allow-Credentials'] = 'true';
  if (preflight) {
    headers['Access-Control-Allow-Methods'] = {{methods joined as js}};
    {{if requestHeaders}} headers['Access-Control-Allow-Headers'] = {{requestHeaders joined as js}};
    {{if maxAgeSeconds}} headers['Access-Control-Max-Age'] = '{{maxAgeSeconds as bare}}';
  } else {
    {{if exposedHeaders}} headers['Access-Control-Expose-Headers'] = {{exposedHeaders joined as js}};
  }
  return headers;
}

// The gateway's answer for a function that failed has no CORS headers, so an exception must not get there.
async function answerOf(event, context) {
  try {
    return await handle(event, context);
  } catch (error) {
    console.error(error);
    return {
      statusCode: 500,
      headers: { 'Content-Type': 'application/json' },
      body: '{"error":"internal error"}',
    };
  }
}
