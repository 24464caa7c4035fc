import { defineFormat } from '../format.ts';
import { exitCodeOf } from '../read/exit-code.ts';
import { textWidth } from '../terminal/layout.ts';
import { plainPaint } from '../terminal/paint.ts';
import { renderSummary } from '../terminal/summary.ts';

/** What a terminal shows at the end of a run, kept as plain text. */
export default defineFormat({
  id: 'terminal',
  fileName: 'summary.txt',
  render: (report) =>
    renderSummary(
      report,
      { paint: plainPaint, width: textWidth(undefined) },
      { files: [], catalogue: [], otherFailures: [], exitCode: exitCodeOf(report) },
    ),
});
