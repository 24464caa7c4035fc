import type { Report, Verdict } from '../../src/model.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { badnessOf, cameTo, originKey, standingOf, worstStanding } from '../read/reading.ts';
import { counted, roleLabel } from '../words/wording.ts';
import { say } from '../../src/words/say.ts';
import { breakable, html, nothing, type Html } from './markup.ts';

type Origin = Report['origins'][number];

/** Origins for whom every check of every route came to the same. */
export type Alike = readonly [Origin, ...Origin[]];

/**
 * The origins of one column. Those that are not trusted share one where nothing is wrong, and where each route is read or
 * refused by all of them.
 */
export type Column = readonly [Alike, ...Alike[]];

/**
 * Returns the columns: trusted origins first, each in a column of its own; of these and of the others, those first for
 * whom most is wrong.
 */
export function matrixColumns({ origins, verdicts }: Report): readonly Column[] {
  const own = new Map<string, readonly Verdict[]>(
    groupBy(verdicts, ({ originRole, origin }) => originKey(originRole, origin)).map((group) => [
      originKey(group[0].originRole, group[0].origin),
      group,
    ]),
  );
  const of = ({ role, origin }: Origin): readonly Verdict[] => own.get(originKey(role, origin)) ?? [];
  const alike: readonly Alike[] = groupBy(origins, (origin) =>
    origin.role === 'trusted' ? origin.origin : JSON.stringify(of(origin).map(answerOf)),
  );
  const columns: readonly Column[] = groupBy(alike, ([origin]) => {
    const isInOrder = of(origin).every(({ status }) => status === 'conforms' || status === 'inapplicable');
    return origin.role !== 'trusted' && isInOrder
      ? JSON.stringify(standingsOf(of(origin)))
      : originKey(origin.role, origin.origin);
  });
  const rank = ([[origin]]: Column): number => {
    const worst = worstStanding(of(origin));
    return worst === null ? Number.POSITIVE_INFINITY : badnessOf(worst);
  };
  const isTrusted = ([[{ role }]]: Column): boolean => role === 'trusted';
  return [columns.filter(isTrusted), columns.filter((column) => !isTrusted(column))].flatMap((some) =>
    some.toSorted((one, other) => rank(one) - rank(other)),
  );
}

function answerOf(verdict: Verdict): readonly unknown[] {
  const { route, check, method, credentialsMode, held, engine, followsFrom } = verdict;
  return [route, check, method, credentialsMode, held, followsFrom === null, engine.id, cameTo(verdict)];
}

/** Returns how an origin stands on each route: what each of its requests came to, once. */
const standingsOf = (verdicts: readonly Verdict[]): readonly unknown[] =>
  groupBy(verdicts, ({ route }) => route).map((own) => [
    own[0].route,
    [...new Set(own.map(standingOf))].filter((standing) => standing !== 'inapplicable').toSorted(),
  ]);

/** Returns the head of a column; `index` tells its sheet from those of other columns. */
export function columnHead(
  column: Column,
  { index, isEdge }: { readonly index: number; readonly isEdge: boolean },
): Html {
  const [[{ origin, role }]] = column;
  const others = column.flat().length - 1;
  return html`<th scope="col" class="origin${isEdge ? ' edge' : ''}">
    ${role === 'trusted' ? nothing : html`<span class="role">${kindsText(column)}</span>`}<span class="host"
      >${breakable(origin)}</span
    >${
      others === 0
        ? nothing
        : html`<button type="button" class="alike" popovertarget="column-${index}">
            ${say('and {count} alike', { count: others })}
          </button>`
    }
  </th>`;
}

/** Returns the first origin's role, and how many others there are. */
function kindsText(column: Column): string {
  const [[first]] = column;
  const others = new Set(column.flat().map(({ role }) => role)).size - 1;
  const role = roleLabel(first.role);
  return others === 0 ? role : say('{role}, and {kinds}', { role, kinds: counted(others, 'other kind') });
}

/** Renders what opens from the head of a column of several origins: all of them. */
export function columnSheet(column: Column, index: number): Html {
  const origins = column.flat();
  if (origins.length === 1) return nothing;
  return html`<div
    popover
    id="column-${index}"
    class="sheet"
    role="dialog"
    aria-label="${say('Origins of this column')}"
  >
    <div class="sheet-head">
      <p>${say('{count} origins that each route treats alike', { count: origins.length })}</p>
      <button type="button" class="close" popovertarget="column-${index}" popovertargetaction="hide">
        ${say('Close')}
      </button>
    </div>
    <ul class="checks">
      ${origins.map(
        ({ origin, role }) =>
          html`<li>
            <span class="host">${breakable(origin)}</span> <span class="mode">${roleLabel(role)}</span>
          </li>`,
      )}
    </ul>
  </div> `;
}
