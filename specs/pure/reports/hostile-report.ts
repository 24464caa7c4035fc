import type { Report } from '../../../src/model.ts';
import { reportOf } from './sample-report.ts';
import type { Sample } from './sample-verdict.ts';

/** What a response, a console or a policy could hold to break out of a report. */
export const hostileTexts: readonly string[] = [
  '<script>window.broken = 1; alert(1)</script>',
  '</style><script>window.broken = 2</script>',
  '</code></pre></details><img src="x" onerror="window.broken = 3">',
  '" onmouseover="window.broken = 4" x="',
  "' onfocus='window.broken = 5' autofocus tabindex='0",
  '<!-- --><svg onload="window.broken = 6">',
  '${window.broken = 7}{{7*7}}',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b31m',
  'a\r\nGate passed, exit code 0.\n\n## Violations\n',
  '\u202egnp.exe\u2066 \u200b\ufeff \u2028 \u2029 \ud800',
  '| a | b |\n|---|---|',
  '``` ` ```` [link](javascript:alert(1)) **bold** @somebody https://evil.example',
  '&lt;b&gt; &amp;',
  '\u0000\b\u007f\t',
];

/** Returns a report in which every text that comes from outside is hostile. Pure. */
export function hostileReport(): Report {
  const samples = hostileTexts.flatMap((text, index): readonly Sample[] => {
    const shared = {
      route: `/${text}`,
      method: index % 2 === 0 ? 'GET' : `PUT${text}`,
      credentialsMode: 'include',
    } as const;
    return [
      {
        ...shared,
        check: 'readable',
        origin: text,
        originRole: 'trusted',
        diagnosis: 'origin-mismatch',
        value: text,
        console: [text],
        preflight: [[text, text]],
        actual: [[text, text]],
        headersToSend: [{ on: 'actual', line: text }],
      },
      {
        ...shared,
        check: 'unreadable',
        origin: text,
        originRole: 'untrusted',
        status: 'inconclusive',
        reason: text,
      },
      {
        ...shared,
        check: 'vary',
        origin: text,
        originRole: 'trusted',
        diagnosis: 'vary-origin-missing',
        names: text,
      },
      { ...shared, check: 'readable', origin: `${text} `, originRole: 'trusted', held: true },
    ];
  });
  const routes = hostileTexts.map((text) => ({ path: `/${text}`, methods: [`GET${text}`] }));
  const report = reportOf(samples, routes);
  const everything = hostileTexts.join(' ');
  return {
    ...report,
    target: everything,
    tool: { ...report.tool, version: everything },
    engines: [{ id: 'chromium', version: everything }],
    gate: { ...report.gate, reasons: [...hostileTexts] },
    verdicts: report.verdicts.map((verdict, index) => ({
      ...verdict,
      proof: {
        outcome: 'still-fails',
        said: everything,
        headers: [{ on: 'actual', line: everything }],
      },
      spec: index % 2 === 0 ? 'javascript:alert(1)' : `https://evil.example/"><script>${everything}`,
    })),
    fixes: hostileTexts.map((text, index) => ({
      id: text,
      stack: index % 3 === 0 ? null : { id: text, name: text, from: 'guess', hint: text },
      routes: [text],
      verdicts: report.verdicts.flatMap(({ id, status }) => (status === 'violates' ? [id] : [])),
      files: [{ stack: text, variant: text, path: text, language: text, install: text, text, notes: [text] }],
      problems: [text],
    })),
  };
}
