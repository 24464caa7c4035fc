export async function handle(event) {
  const { method, path } = event.requestContext.http;
  switch (`${method === 'HEAD' ? 'GET' : method} ${path}`) {
    case 'GET /items':
      return answer(200, [{ id: 1 }, { id: 2 }], { 'X-Total-Count': '2' });
    case 'PUT /items/1':
      return answer(200, { id: 1, ...JSON.parse(event.body) });
    case 'DELETE /items/1':
      return answer(200, { deleted: 1 });
    case 'OPTIONS /items':
      return { statusCode: 204, headers: { Allow: 'GET, HEAD, OPTIONS' } };
    case 'GET /boom':
      throw new Error('an uncaught exception');
    default:
      return answer(404, { error: 'not found' });
  }
}

const answer = (statusCode, body, headers = {}) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
