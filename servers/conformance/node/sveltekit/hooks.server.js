const allowed = ['https://app.example.com', 'https://admin.example.com'];

export async function handle({ event, resolve }) {
  const origin = event.request.headers.get('Origin');
  const isPreflight =
    event.request.method === 'OPTIONS' && event.request.headers.has('Access-Control-Request-Method');
  const response = isPreflight ? new Response(null, { status: 204 }) : await resolve(event);
  response.headers.append('Vary', 'Origin');
  if (!allowed.includes(origin)) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Allow-Credentials', 'true');
  if (isPreflight) {
    response.headers.set('Access-Control-Allow-Methods', 'GET, PUT, DELETE');
    response.headers.set('Access-Control-Allow-Headers', 'content-type, authorization');
    response.headers.set('Access-Control-Max-Age', '600');
  } else {
    response.headers.set('Access-Control-Expose-Headers', 'x-total-count');
  }
  return response;
}
