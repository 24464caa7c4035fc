import newman from 'newman';

const requests = JSON.parse(process.env.REQUESTS);
const item = requests.map(({ id, url, method, headers, body }) => ({
  name: id,
  request: {
    url,
    method,
    header: [...headers, ['Origin', process.env.ORIGIN]].map(([key, value]) => ({ key, value })),
    ...(body === null ? {} : { body: { mode: 'raw', raw: body } }),
  },
}));
const summary = await new Promise((resolve, reject) => {
  newman.run({ collection: { info: { name: 'requests' }, item } }, (error, done) =>
    error === null ? resolve(done) : reject(error),
  );
});
for (const { item: own, response } of summary.run.executions) {
  const outcome = response === undefined ? 'refused' : 'read';
  console.log(
    JSON.stringify({ id: own.name, outcome, total: response?.headers.get('x-total-count') ?? null }),
  );
}
