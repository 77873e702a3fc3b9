import { mapped, type Token } from '@rasid/arabic';
import { findBackReferences, findCapitals } from './back-references.ts';
import { type Before, readBefore, relationOf } from './before.ts';
import { findBorders } from './borders.ts';
import { COMPOUND_HEADS, DIRECTIONS, NOT_NAMES } from './cues.ts';
import { isDateline } from './dateline.ts';
import { weigh } from './evidence.ts';
import { fits } from './fits.ts';
import { isGovernment } from './government.ts';
import type { Group } from './groups.ts';
import { continues, inherit, type ListHead } from './lists.ts';
import type { Match, Matcher } from './matcher.ts';
import { isGeneric } from './setting.ts';
import { spokenOf } from './spoken.ts';
import { tellingIn } from './telling.ts';
import { isInName, type TrapRules } from './traps.ts';
import type { FoundName, NamedPlace, PlaceMention } from './types.ts';
import { findUnknown } from './unknown.ts';

export type Finder = {
  matcher: Matcher;
  traps: TrapRules;
  /** Ids of cities that stand for a government. */
  seats: ReadonlySet<string>;
  countries: ReadonlyMap<string, NamedPlace>;
  /** Capitals by country. */
  capitals: ReadonlyMap<string, NamedPlace>;
};

/** A name with its reading; `isWeak` waits for the rest of the text. */
type Reading = { match: Match; before: Before; isWeak: boolean; isCertain: boolean; isListed: boolean };

export const directionAfter = (tokens: readonly Token[], to: number): string | null => {
  const key = tokens[to]?.key ?? '';
  return key.startsWith('ال') && DIRECTIONS.has(key) ? (tokens[to]?.word ?? null) : null;
};

/** "تل" before "الرمانة" begins another name. */
const isHeadOfMore = (tokens: readonly Token[], to: number): boolean => {
  const next = tokens[to];
  return (
    COMPOUND_HEADS.has(tokens[to - 1]?.key ?? '') &&
    next?.kind === 'word' &&
    !relationOf(next) &&
    !NOT_NAMES.has(next.key)
  );
};

// Up to this many letters a name with a proclitic is as often another word.
const SHORT = 4;

const isGlued = ({ proclitic, group, start, end }: Match): boolean =>
  /[بلف]/.test(proclitic) && !group.isKnown && group.words === 1 && end - start <= SHORT;

const isPossible = (
  { proclitic, group: value, start, end, to }: Match,
  before: Before,
  tokens: readonly Token[],
): boolean => {
  if (value.words === 1 && isHeadOfMore(tokens, to)) return false;
  if (proclitic === '' || value.words > 1 || before.adminNoun) return true;
  // "فرانس" is not ف + رانس and "بلد" not ب + لد: ف alone and short names need the whole word.
  return !(proclitic === 'ف' && !value.isKnown) && end - start > 2;
};

/** Reads every name from left to right; longer ones first, each token once. */
const readAll = (
  finder: Finder,
  tokens: readonly Token[],
  matches: readonly Match[],
  spoken: ReadonlySet<string> | null,
): { found: Reading[]; isAsked: boolean } => {
  const found: Reading[] = [];
  const isSpokenOf = (group: Group): boolean | null => {
    isAsked = true;
    return spoken && spoken.size > 0
      ? group.places.some(({ country }) => country && spoken.has(country))
      : null;
  };
  let isAsked = false;
  let free = 0;
  let head: ListHead | null = null;
  for (const match of matches) {
    const { from, to, proclitic, group: value } = match;
    if (from < free) continue;
    if (value.isTrap) {
      free = to;
      continue;
    }
    const own = readBefore(tokens, from, proclitic);
    if (!isPossible(match, own, tokens)) continue;
    const isListed: boolean = continues(tokens, from, proclitic, head);
    const before: Before = isListed && head ? inherit(own, head.before) : own;
    if (!isListed && isInName(tokens, from, value, before, proclitic, finder.traps)) {
      free = to;
      continue;
    }
    const evidence = weigh(value, before, tokens, from, isSpokenOf, isListed, isGlued(match));
    if (evidence === 'none') continue;
    const isMeant = (value.isKnown && !value.isOrdinary) || before.adminNoun !== null;
    const isCertain = evidence === 'sure' && isMeant;
    found.push({ match, before, isWeak: evidence === 'weak', isCertain, isListed });
    free = to;
    if (evidence === 'sure') head = { to, before };
  }
  return { found, isAsked };
};

/** The first reading tells which countries the text speaks of; a second uses it where that matters. */
const readNames = (
  finder: Finder,
  tokens: readonly Token[],
  telling: readonly number[],
): { readings: Reading[]; spoken: ReadonlySet<string> } => {
  const matches = finder.matcher(tokens);
  const { found, isAsked } = readAll(finder, tokens, matches, null);
  const spoken = spokenOf(
    tokens,
    telling,
    found
      .filter(({ isCertain, match }) => isCertain && !match.group.places.every(isGeneric))
      .map(({ match }) => match.group.places),
  );
  const readings = isAsked ? readAll(finder, tokens, matches, spoken).found : found;
  const sure = new Set(readings.filter(({ isWeak }) => !isWeak).map(({ match }) => match.group));
  return { readings: readings.filter(({ isWeak, match }) => !isWeak || sure.has(match.group)), spoken };
};

/** The places a name may mean here; a place called by its noun only behind that noun. */
const candidatesOf = ({ places, called }: Group, { adminNoun }: Before): NamedPlace[] =>
  adminNoun === null
    ? places
    : [...new Set([...called.filter((place) => fits(adminNoun, place)), ...places])];

const toMentions = (
  finder: Finder,
  text: string,
  tokens: readonly Token[],
  { readings, spoken }: { readings: readonly Reading[]; spoken: ReadonlySet<string> },
): PlaceMention[] => {
  let government: { to: number } | null = null;
  return mapped(readings, ({ match, before, isListed }) => {
    const { from, to, start, end, group: value } = match;
    const acts: boolean = isGovernment(tokens, from, to, before, value.places, finder.seats, government);
    government = acts ? { to } : null;
    return {
      from,
      to,
      start,
      end,
      text: text.slice(start, end),
      adminNoun: before.adminNoun,
      relation: before.relation,
      direction: directionAfter(tokens, to) ?? before.direction,
      preposition: before.preposition,
      candidates: candidatesOf(value, before),
      asActor: acts,
      isDateline: !acts && isDateline(text, tokens, from, to),
      isListed,
      nation: undefined,
      spoken,
    };
  });
};

/** A mention of the same shape as those of known names, whoever found it: what reads them all is compiled for one. */
const toMention = (found: FoundName, spoken: ReadonlySet<string>): PlaceMention => ({
  from: found.from,
  to: found.to,
  start: found.start,
  end: found.end,
  text: found.text,
  adminNoun: found.adminNoun,
  relation: found.relation,
  direction: found.direction,
  preposition: found.preposition,
  candidates: found.candidates,
  asActor: found.asActor,
  isDateline: found.isDateline,
  isListed: found.isListed,
  nation: found.nation,
  spoken,
});

/** Finds places in tokens: known names with enough evidence, unknown names after an admin noun, borders, "المحافظة". */
export const findWith = (finder: Finder, text: string, tokens: readonly Token[]): PlaceMention[] => {
  const telling = tellingIn(tokens);
  const names = readNames(finder, tokens, telling);
  const known = toMentions(finder, text, tokens, names);
  const capitals = [...names.spoken].flatMap((country) => finder.capitals.get(country) ?? []);
  const covered = new Set<number>();
  for (const { from, to } of known) for (let at = from; at < to; at++) covered.add(at);
  const others = [
    ...findBorders(text, tokens, telling, finder.countries).filter(({ from }) => !covered.has(from + 1)),
    ...findUnknown(text, tokens, telling, covered),
    ...findBackReferences(tokens, telling),
    ...findCapitals(tokens, telling, covered, capitals),
  ];
  const more = mapped(others, (found) => toMention(found, names.spoken));
  return [...known, ...more].sort((a, b) => a.start - b.start);
};
