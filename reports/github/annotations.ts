import { failsOn } from '../../src/baseline/level.ts';
import type { Report } from '../../src/model.ts';
import { findingsOf } from '../read/findings.ts';
import { placesIn } from '../read/place.ts';
import { findingWords, paragraphOf, titleOf } from '../words/finding-words.ts';
import { visible } from '../words/visible-text.ts';

/** GitHub shows no more of a level in one step. */
const most = 10;

/**
 * Returns the workflow commands that annotate a pull request: for each finding one at the line of the policy that declares its
 * route, the worst first.
 *
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function annotationLines(report: Report): readonly string[] {
  const placeOf = placesIn(report);
  const { violations, hazards } = findingsOf(report);
  const commands = [...violations, ...hazards].map((finding) => {
    const { route, level } = finding;
    const words = findingWords(finding);
    const command = failsOn(level, report.gate.failOn) ? 'error' : 'warning';
    const { path, line } = placeOf(route);
    const properties = [
      `file=${inProperty(path)}`,
      `line=${line}`,
      `title=${inProperty(visible(titleOf(words)))}`,
    ];
    return {
      command,
      text: `::${command} ${properties.join(',')}::${inData(visible(paragraphOf(words)))}`,
    };
  });
  return (['error', 'warning'] as const).flatMap((level) =>
    commands
      .filter(({ command }) => command === level)
      .slice(0, most)
      .map(({ text }) => text),
  );
}

const inData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
