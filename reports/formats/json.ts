import { writtenReport } from '../../src/plan/said-once.ts';
import { defineFormat } from '../format.ts';
import { reportSchema } from '../schema.ts';

/** The contract: every other format is a function of it. The schema puts the keys in one order. */
export default defineFormat({
  id: 'json',
  isForPrograms: true,
  fileName: 'report.json',
  render: (report) => {
    const entries = Object.entries(reportSchema.parse(writtenReport(report)));
    return `{\n${entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${inLines(value)}`).join(',\n')}\n}\n`;
  },
});

/** Writes each item of a list in a line of its own: as short as may be, and yet a difference shows where it is. */
function inLines(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
