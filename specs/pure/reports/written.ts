import { reportSchema } from '../../../reports/schema.ts';
import type { WrittenReport } from '../../../src/plan/said-once.ts';

/** Returns what the text of a `report.json` holds. */
export const writtenIn = (text: string): WrittenReport => reportSchema.parse(JSON.parse(text));
