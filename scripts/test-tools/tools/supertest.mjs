import supertest from 'supertest';

for (const { id, url, method, headers, body } of JSON.parse(process.env.REQUESTS)) {
  const { origin, pathname } = new URL(url);
  let request = supertest(origin)
    [method.toLowerCase()](pathname)
    .set('Origin', process.env.ORIGIN)
    .redirects(5);
  for (const [name, value] of headers) request = request.set(name, value);
  const response = await (body === null ? request : request.send(body));
  const total = response.headers['x-total-count'] ?? null;
  console.log(JSON.stringify({ id, outcome: 'read', total }));
}
