const allowed = ['https://app.example.com', 'https://admin.example.com'];

export function withCors(request, response) {
  const origin = request.headers.get('Origin');
  response.headers.append('Vary', 'Origin');
  if (!allowed.includes(origin)) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Allow-Credentials', 'true');
  response.headers.set('Access-Control-Expose-Headers', 'x-total-count');
  return response;
}

export function preflight(request) {
  const response = withCors(request, new Response(null, { status: 204 }));
  if (!response.headers.has('Access-Control-Allow-Origin')) return response;
  response.headers.set('Access-Control-Allow-Methods', 'GET, PUT, DELETE');
  response.headers.set('Access-Control-Allow-Headers', 'content-type, authorization');
  response.headers.set('Access-Control-Max-Age', '600');
  return response;
}
