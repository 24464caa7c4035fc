import type { FixFile, Report, ReportFix } from '../../src/model.ts';
import { fileTitle, fixName, fixRemarks } from '../words/fix-wording.ts';
import { proofSummary } from '../read/proofs.ts';
import { say } from '../../src/words/say.ts';
import { fileMarkup, html, nothing, type Html } from './markup.ts';

/** Returns the fixes once each, with an anchor that findings link to, after what their proofs came to. */
export function fixSection(report: Report): Html {
  const summary = proofSummary(report);
  if (report.fixes.length === 0 && summary === null) return nothing;
  return html`<section id="fixes" class="block">
    <h2>${say('Fixes')}</h2>
    ${summary === null ? nothing : html`<p class="lead">${summary}</p>`} ${report.fixes.map(fixCard)}
  </section>`;
}

/** Renders the link by which a finding says which fix is its own. */
export function fixLink(fix: ReportFix | null): Html {
  if (fix === null) return nothing;
  return html`<p class="fix-link"><a href="#${fix.id}">${fixName(fix)}</a></p>`;
}

function fixCard(fix: ReportFix): Html {
  return html`<article class="fix" id="${fix.id}">
    <h3>${fixName(fix)}</h3>
    ${fixRemarks(fix).map((remark) => html`<p>${remark}</p>`)}
    ${fix.files.map((file, index) => fileBlock(file, { isOpen: fix.stack !== null && index === 0 }))}
  </article>`;
}

function fileBlock(file: FixFile, { isOpen }: { readonly isOpen: boolean }): Html {
  const { install, notes, text } = file;
  return html`<details class="fix-file" ${isOpen ? html` open` : nothing}>
    <summary>${fileTitle(file)}</summary>
    ${install === '' ? nothing : html`<pre class="code copy"><code>${fileMarkup(install)}</code></pre>`}
    <pre class="code copy"><code>${fileMarkup(text)}</code></pre>
    ${
      notes.length === 0
        ? nothing
        : html`<ul class="notes">
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
    }
  </details>`;
}
