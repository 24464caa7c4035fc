import { appendFileSync, statSync } from 'node:fs';
import type { Report } from '../../src/model.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import { cutMarkdown } from '../markdown/cut.ts';

/** GitHub leaves out all of a step's summary that is larger. */
const mostBytes = 1024 * 1024;

/** Returns the Markdown of a report for a job summary in which `room` bytes are free. */
export const jobSummary = (report: Report, room: number): string =>
  cutMarkdown(
    renderMarkdown(report),
    (text) => Buffer.byteLength(text) <= room,
    '_The rest is in report.md: a job summary holds 1 MiB._',
  );

/** Writes what `render` makes of the bytes that are free behind what the job summary at `path` holds. */
export function writeJobSummary(path: string, render: (room: number) => string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  appendFileSync(path, render(mostBytes - size));
}
