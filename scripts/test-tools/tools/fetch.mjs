// Makes the requests by fetch(), of whoever runs this file or of undici.
const requests = JSON.parse(process.env.REQUESTS);
const { fetch } = process.env.TOOL === 'undici' ? await import('undici') : globalThis;
for (const { id, url, method, headers, body, credentials } of requests) {
  const all = { ...Object.fromEntries(headers), Origin: process.env.ORIGIN };
  try {
    const response = await fetch(url, { method, headers: all, body, credentials });
    await response.text();
    console.log(JSON.stringify({ id, outcome: 'read', total: response.headers.get('x-total-count') }));
  } catch {
    console.log(JSON.stringify({ id, outcome: 'refused', total: null }));
  }
}
