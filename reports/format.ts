import type { Report } from '../src/model.ts';

/** One format of the report. It lives in `formats/<id>.ts`, which is all it takes to add one. */
export interface Format {
  /** The file's base name. */
  readonly id: string;
  /** The name of the file to write, inside the output folder. */
  readonly fileName: string;
  /** `true`: programs read it, so that it is in English whatever language is spoken. */
  readonly isForPrograms?: true;
  /** Returns the whole content of the file. Pure; may throw, which fails the run and no other format. */
  readonly render: (report: Report) => string;
}

export function defineFormat(format: Format): Format {
  return format;
}
