import { defineFormat } from '../format.ts';
import { reportSchema } from '../schema.ts';

/** The contract: every other format is a function of it. The schema puts the keys in one order. */
export default defineFormat({
  id: 'json',
  fileName: 'report.json',
  render: (report) => `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`,
});
