import type { Report, Verdict } from '../../src/model.ts';
import { groupBy } from '../read/group-by.ts';
import { badnessOf, cameTo, originKey, worstStanding } from '../read/reading.ts';
import { counted, roleLabels } from '../words/wording.ts';
import { breakable, html, nothing, type Html } from './markup.ts';

type Origin = Report['origins'][number];

/** One origin, or several that are not trusted and for whom every check of every route came to the same. */
export type Column = readonly [Origin, ...Origin[]];

/**
 * Returns the columns: trusted origins first, each in a column of its own; of these and of the others, those first for
 * whom most is wrong.
 */
export function matrixColumns({ origins, verdicts }: Report): readonly Column[] {
  const answers = new Map<Origin, string[]>(origins.map((origin) => [origin, []]));
  const byName = new Map(origins.map((one) => [originKey(one.role, one.origin), one]));
  for (const verdict of verdicts) {
    const { route, check, method, credentialsMode, held, engine, originRole, origin, followsFrom } = verdict;
    const column = byName.get(originKey(originRole, origin));
    if (column === undefined) continue;
    const isSeen = followsFrom === null;
    const answer = [route, check, method, credentialsMode, held, isSeen, engine.id, cameTo(verdict)];
    answers.get(column)?.push(JSON.stringify(answer));
  }
  const columns = groupBy(origins, (origin) =>
    origin.role === 'trusted' ? origin.origin : JSON.stringify(answers.get(origin)),
  );
  const keyOf = ({ originRole, origin }: Verdict): string => originKey(originRole, origin);
  const badness = new Map(
    groupBy(verdicts, keyOf).map((group) => [
      keyOf(group[0]),
      badnessOf(worstStanding(group) ?? 'inapplicable'),
    ]),
  );
  const rank = ([{ role, origin }]: Column): number =>
    badness.get(originKey(role, origin)) ?? Number.POSITIVE_INFINITY;
  const isTrusted = ([{ role }]: Column): boolean => role === 'trusted';
  return [columns.filter(isTrusted), columns.filter((column) => !isTrusted(column))].flatMap((some) =>
    some.toSorted((one, other) => rank(one) - rank(other)),
  );
}

/** Returns the head of a column; `index` tells its sheet from those of other columns. */
export function columnHead(
  column: Column,
  { index, isEdge }: { readonly index: number; readonly isEdge: boolean },
): Html {
  const [{ origin, role }, ...alike] = column;
  return html`<th scope="col" class="origin${isEdge ? ' edge' : ''}">
    ${role === 'trusted' ? nothing : html`<span class="role">${kindsText(column)}</span>`}<span class="host"
      >${breakable(origin)}</span
    >${
      alike.length === 0
        ? nothing
        : html`<button type="button" class="alike" popovertarget="column-${index}">
            and ${alike.length} alike
          </button>`
    }
  </th>`;
}

/** Returns the first origin's role, and how many others there are. */
function kindsText(column: Column): string {
  const [first] = column;
  const others = new Set(column.map(({ role }) => role)).size - 1;
  const more = others === 0 ? '' : `, and ${counted(others, 'other kind')}`;
  return `${roleLabels[first.role]}${more}`;
}

/** Renders what opens from the head of a column of several origins: all of them. */
export function columnSheet(column: Column, index: number): Html {
  if (column.length === 1) return nothing;
  return html`<div
    popover
    id="column-${index}"
    class="sheet"
    role="dialog"
    aria-label="Origins of this column"
  >
    <div class="sheet-head">
      <p>${column.length} origins, for whom every check came to the same</p>
      <button type="button" class="close" popovertarget="column-${index}" popovertargetaction="hide">
        Close
      </button>
    </div>
    <ul class="checks">
      ${column.map(
        ({ origin, role }) =>
          html`<li>
            <span class="host">${breakable(origin)}</span> <span class="mode">${roleLabels[role]}</span>
          </li>`,
      )}
    </ul>
  </div> `;
}
