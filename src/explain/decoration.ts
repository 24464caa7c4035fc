/** Removes what consoles print around a text: sources, stack lines, times, badges, quotation marks of mails. */
export function withoutDecoration(text: string): string {
  return decorations.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

const decorations: readonly RegExp[] = [
  // Quoted mail, Markdown tables and lists.
  /^[ \t]*(?:[>|*•✖×]+[ \t]*)+/gm,
  // Stack lines of Chromium and WebKit, and of Firefox.
  /^[ \t]*at (?:async )?[^\n]*:\d+:\d+\)?[ \t]*$/gm,
  /^[ \t]*[\w$.<>/]*@(?:https?|file):[^\s]*:\d+:\d+[ \t]*$/gm,
  // MiniBrowser: `http://page/index.html:3:47: CONSOLE SECURITY ERROR `.
  /(?:^[^\s]*:\d+:\d+: )?\bCONSOLE (?:SECURITY|JS|NETWORK|OTHER|STORAGE) (?:ERROR|WARN|LOG|INFO) /gm,
  /\[(?:Error|Warning|Learn More)\]/gi,
  /\bUncaught (?:\(in promise\) ?)?/g,
  /\bUnhandled Promise Rejection: /g,
  // `index.js:12`, `(index):1`, `VM42:1`, `(index.html, line 12)`, at an end of a line.
  /(?:^|[ \t])(?:\(index\)|VM\d+|[\w@.-]+\.(?:[cm]?[jt]sx?|html?|vue|svelte|php))(?:\?[^\s:]*)?:\d+(?::\d+)?(?=[ \t]|$)/gm,
  /\([\w@.-]+, line \d+\)/g,
  /^[ \t]*\[?\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?\]?(?=[ \t])/gm,
];
