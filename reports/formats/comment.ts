import { defineFormat } from '../format.ts';
import { cutMarkdown } from '../markdown/cut.ts';
import { renderMarkdown } from './markdown.ts';

/** By this line a comment is found again, so that it is changed and not written twice. */
const marker = '<!-- cors-conformance -->';

/** GitHub refuses a longer one. */
const mostCharacters = 65_536;

/** For a comment on a pull request. */
export default defineFormat({
  id: 'comment',
  fileName: 'comment.md',
  render: (report) =>
    `${marker}\n${cutMarkdown(
      renderMarkdown(report),
      (text) => text.length + marker.length + 1 <= mostCharacters,
      '_The rest is in report.md: a comment holds 65,536 characters._',
    )}`,
});
