import { keptOf, type Token } from '@rasid/arabic';
import { nationsOf } from './spoken.ts';
import type { FoundName, NamedPlace } from './types.ts';

export const isBorder = keptOf(
  (key) => key.endsWith('حدود') && (/^[وفبل]*ال?حدود$/.test(key) || /^[وفب]?للحدود$/.test(key)),
);

const none: readonly FoundName[] = [];

export const isLandNoun = (key: string): boolean => key === 'الاراضي';

/** "داخل الأراضي اليمنية"; what comes "من الأراضي اليمنية" is elsewhere. */
const isTerritory = (tokens: readonly Token[], at: number): boolean =>
  isLandNoun(tokens[at]?.key ?? '') &&
  !/^(?:من|عبر)$/.test(tokens[at - 1]?.key ?? '') &&
  tokens[at - 2]?.key !== 'من';

/** Finds "الحدود السورية التركية", the border of the first country named, and "الأراضي السورية". */
export const findBorders = (
  text: string,
  tokens: readonly Token[],
  telling: readonly number[],
  countries: ReadonlyMap<string, NamedPlace>,
): FoundName[] =>
  telling.flatMap((at) => {
    const token = tokens[at] as Token; // within bounds
    const next = tokens[at + 1];
    const isLand = isTerritory(tokens, at);
    if (!next || !(isLand || isBorder(token))) return none;
    const place = countries.get(nationsOf(next).at(isLand ? -1 : 0) ?? '');
    if (!place) return none;
    const second = tokens[at + 2];
    const to = !isLand && second && nationsOf(second).length > 0 ? at + 3 : at + 2;
    const end = tokens[to - 1]?.end ?? next.end;
    return [
      {
        from: at,
        to,
        start: token.start,
        end,
        text: text.slice(token.start, end),
        adminNoun: null,
        relation: isLand ? ('in' as const) : ('border' as const),
        direction: null,
        preposition: isLand ? 'في' : null,
        candidates: [place],
        asActor: false,
        isDateline: false,
        isListed: false,
      },
    ];
  });
