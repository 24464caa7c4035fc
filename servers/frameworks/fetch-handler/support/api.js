export async function handle(request) {
  const { pathname } = new URL(request.url);
  switch (`${request.method === 'HEAD' ? 'GET' : request.method} ${pathname}`) {
    case 'GET /items':
      return Response.json([{ id: 1 }, { id: 2 }], { headers: { 'X-Total-Count': '2' } });
    case 'PUT /items/1':
      return Response.json({ id: 1, ...(await request.json()) });
    case 'DELETE /items/1':
      return Response.json({ deleted: 1 });
    case 'OPTIONS /items':
      return new Response(null, { status: 204, headers: { Allow: 'GET, HEAD, OPTIONS' } });
    case 'GET /boom':
      throw new Error('an uncaught exception');
    default:
      return Response.json({ error: 'not found' }, { status: 404 });
  }
}
