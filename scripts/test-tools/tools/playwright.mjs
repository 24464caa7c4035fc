// A page, a page of a context that has a route() for another address, or requests without a page.
import { createServer } from 'node:http';
import { chromium, request as api } from 'playwright';

const requests = JSON.parse(process.env.REQUESTS);
const say = (said) => console.log(JSON.stringify(said));
if (process.env.TOOL === 'playwright-request') {
  const context = await api.newContext();
  for (const { id, url, method, headers, body } of requests) {
    const all = { ...Object.fromEntries(headers), Origin: process.env.ORIGIN };
    const response = await context.fetch(url, {
      method,
      headers: all,
      ...(body === null ? {} : { data: body }),
    });
    say({ id, outcome: 'read', total: response.headers()['x-total-count'] ?? null });
  }
  await context.dispose();
} else {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  const context = await browser.newContext();
  if (process.env.TOOL === 'playwright-route') await context.route('https://unrelated.example/', () => {});
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.address().port}/`.replace('localhost', '127.0.0.1'));
  for (const one of requests) {
    say(
      await page.evaluate(async ({ id, url, method, headers, body, credentials }) => {
        try {
          const response = await fetch(url, { method, headers, body, credentials });
          await response.text();
          return { id, outcome: 'read', total: response.headers.get('x-total-count') };
        } catch {
          return { id, outcome: 'refused', total: null };
        }
      }, one),
    );
  }
  await browser.close();
  server.close();
}
