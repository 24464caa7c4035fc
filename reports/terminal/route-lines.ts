import { engineList } from '../read/by-engine.ts';
import type { Finding } from '../read/findings.ts';
import { withNote } from '../read/apart.ts';
import { everybodyText, firstFew, onlyIn, roleCounts } from '../read/first-few.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { originKey, type Reading, type RouteReading } from '../read/reading.ts';
import { methodTexts } from '../read/statuses.ts';
import { inconclusive } from '../read/unjudged.ts';
import { say, type Word } from '../../src/words/say.ts';
import { visible } from '../words/visible-text.ts';
import { counted, inRow, roleLabel } from '../words/wording.ts';
import { severityText } from './finding-lines.ts';
import { labelled, paragraph, type Surroundings } from './layout.ts';
import { inColumn } from './wrap.ts';

const indent = 4;
const labelWidth = 16;

/** Returns who can read which route, for a reader in a hurry: routes of which the same is to be said stand together. */
export function routeLines(
  routes: readonly RouteReading[],
  findings: ReadonlyMap<string, readonly Finding[]>,
  surroundings: Surroundings,
): readonly string[] {
  const { paint } = surroundings;
  const others = everybodyElse(routes);
  const told = routes.map((route) => ({
    head: `  ${paint.strong(visible(route.path))}  ${paint.faint(visible(methodTexts(route).join(', ')))}`,
    rows: rowsOf(route, findings.get(route.path) ?? [], others, surroundings),
  }));
  return [
    ...(others === null ? [] : [...paragraph(elseText(others), surroundings, 2), '']),
    ...groupBy(told, ({ rows }) => rows.join('\n')).flatMap((alike) => [
      ...alike.map(({ head }) => head),
      ...alike[0].rows,
    ]),
  ];
}

/** Returns the origins that are not trusted, if several routes come to the same for all of them; else `null`. */
function everybodyElse(routes: readonly RouteReading[]): readonly Reading[] | null {
  const lists = routes.flatMap(({ refused, intruders }) => [refused, intruders]);
  const [first] = lists.toSorted((one, other) => other.length - one.length);
  if (first === undefined || first.length <= many) return null;
  return lists.filter((list) => isAll(list, first)).length > 1 ? first : null;
}

/** As few as these are named in less room than it takes to say who they are. */
const many = 6;

const isAll = (readings: readonly Reading[], all: readonly Reading[] | null): all is readonly Reading[] => {
  if (all?.length !== readings.length) return false;
  const key = ({ role, origin }: Reading): string => originKey(role, origin);
  const known = new Set(all.map(key));
  return readings.every((one) => known.has(key(one)) && onlyIn(one) === '');
};

const elseText = (others: readonly Reading[]): string =>
  say('Everybody else: {origins}, {kinds}', {
    origins: counted(others.length, 'origin'),
    kinds: inRow(roleCounts(others)),
  });

function rowsOf(
  route: RouteReading,
  findings: readonly Finding[],
  others: readonly Reading[] | null,
  surroundings: Surroundings,
): readonly string[] {
  const { paint } = surroundings;
  const row = (label: Word, texts: readonly string[]): readonly string[] =>
    labelled(label, texts.length === 0 ? [] : [inRow(texts)], surroundings, { indent, labelWidth });
  const name = (reading: Reading): string => named(reading, route);
  const intruders = isAll(route.intruders, others)
    ? [say('everybody else, such as {names}', { names: inRow(route.intruders.slice(0, 2).map(name)) })]
    : firstFew(route.intruders, name);
  return [
    ...row('readable by', readersText(route)),
    ...row('held', grantedText(route)),
    ...row('too open for', intruders).map(paint.bad),
    ...row('too closed for', route.excluded.map(name)).map(paint.bad),
    ...row(
      'refused for',
      isAll(route.refused, others) ? [say('everybody else, as declared')] : refusedText(route),
    ),
    ...row('not known for', unclearText(route)),
    ...findings.map((finding, index) => {
      const label = paint.faint(inColumn(index === 0 ? say('findings') : '', labelWidth));
      return `${' '.repeat(indent)}${label}${severityText(finding.severity, paint)} ${withNote(finding.name, finding)}`;
    }),
  ];
}

function readersText(route: RouteReading): readonly string[] {
  const { readers } = route;
  if (readers.length === 0) return [nobodyText(route)];
  const everybody = everybodyText(route);
  return everybody === null ? readers.map((reading) => named(reading, route)) : [everybody];
}

function grantedText(route: RouteReading): readonly string[] {
  const names = firstFew(route.granted, (reading) => named(reading, route));
  return names.length === 0 ? [] : [say('granted, response not seen: {names}', { names: inRow(names) })];
}

function nobodyText(route: RouteReading): string {
  const { verdicts, granted, intruders, excluded, unclear } = route;
  if (verdicts.length === 0) return say('not checked');
  const open = inconclusive(route);
  const [first] = open;
  if (first !== undefined && isAllUnclear(route))
    return say('not known, as nothing could be judged. {reason}', { reason: visible(first.seen) });
  if (excluded.length === 0 && open.some(({ check }) => check === 'readable')) return say('not known');
  const asked = verdicts.filter(({ check }) => check === 'readable');
  if (asked.length > 0 && asked.every(({ status }) => status === 'inapplicable'))
    return say('not judged, see below');
  if (granted.length > 0) return say('not seen');
  if (intruders.length > 0) return say('nobody that the policy trusts');
  return say(unclear.length === 0 ? 'nobody' : 'nobody, as far as it is known');
}

const isAllUnclear = ({ verdicts }: RouteReading): boolean =>
  verdicts.every(({ status }) => status === 'inconclusive' || status === 'inapplicable');

/** Returns the origin, with its role unless it is trusted, and with its methods and engines if there are others. */
function named(reading: Reading, route: RouteReading): string {
  const { origin, role, methods } = reading;
  const all = route.methods.every((method) => methods.includes(method));
  const details = [
    role === 'trusted' ? '' : roleLabel(role),
    all ? '' : methods.join(say(' and ')),
    onlyIn(reading),
  ].filter((detail) => detail !== '');
  return details.length === 0 ? origin : `${origin} (${inRow(details)})`;
}

function unclearText(route: RouteReading): readonly string[] {
  const { unclear } = route;
  if (unclear.length === 0 || isAllUnclear(route)) return [];
  const engines = [...new Set(unclear.flatMap((reading) => reading.engines))];
  const said = { origins: counted(unclear.length, 'origin'), kinds: inRow(roleCounts(unclear)) };
  return [
    unclear.some(({ isPartial }) => isPartial)
      ? say('{origins} in {engines}: {kinds}', { ...said, engines: engineList(engines) })
      : say('{origins}: {kinds}', said),
  ];
}

function refusedText({ refused }: RouteReading): readonly string[] {
  if (refused.length === 0) return [];
  return [
    say('{origins} as declared: {kinds}', {
      origins: counted(refused.length, 'origin'),
      kinds: inRow(roleCounts(refused)),
    }),
  ];
}
