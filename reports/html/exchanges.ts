import type { Exchange, HeaderList } from '../../src/model.ts';
import { isAboutCors } from '../../src/plan/cut-verdict.ts';
import { say, type Word } from '../../src/words/say.ts';
import { html, nothing, type Html } from './markup.ts';

/** Returns each exchange with both header lists side by side; the lines that CORS is about stand out. */
export function exchangeList(exchanges: readonly Exchange[]): Html {
  return html`<ol class="exchanges">
    ${exchanges.map(
      (exchange) =>
        html`<li>
          <p class="line">
            <span class="purpose"
              >${say(exchange.purpose === 'preflight' ? 'CORS-preflight request' : 'actual request')}</span
            >
            <b>${exchange.method}</b> <span class="url">${exchange.url}</span>
            <span class="status">${statusText(exchange)}</span>
          </p>
          <div class="headers">
            ${headerList('Request headers', exchange.requestHeaders)}${exchange.response === null ? nothing : headerList('Response headers', exchange.response.headers)}
          </div>
        </li>`,
    )}
  </ol>`;
}

function statusText({ response, failure }: Exchange): string {
  if (response === null) return failure ?? say('no response');
  const { status, fromCache } = response;
  return fromCache ? say('{status}, from a cache', { status }) : String(status);
}

function headerList(title: Word, headers: HeaderList): Html {
  const lines = headers.map(
    ([name, value]) => html`<code class="${isAboutCors(name) ? 'cors' : ''}"><b>${name}:</b> ${value}</code>`,
  );
  return html`<div>
    <h4>${say(title)}</h4>
    <pre class="code">${lines.length === 0 ? html`<code>${say('none')}</code>` : lines}</pre>
  </div>`;
}
