import { Window } from 'happy-dom';

const requests = JSON.parse(process.env.REQUESTS);
const window = new Window({ url: `${process.env.ORIGIN}/` });
for (const { id, url, method, headers, body, credentials } of requests) {
  try {
    const init = { method, headers: Object.fromEntries(headers), credentials };
    const response = await window.fetch(url, body === null ? init : { ...init, body });
    await response.text();
    console.log(JSON.stringify({ id, outcome: 'read', total: response.headers.get('x-total-count') }));
  } catch {
    console.log(JSON.stringify({ id, outcome: 'refused', total: null }));
  }
}
await window.happyDOM.close();
