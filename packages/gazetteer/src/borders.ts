import { keptOf, type Token } from '@rasid/arabic';
import { nationsOf } from './spoken.ts';
import type { FoundName, NamedPlace } from './types.ts';

const isBorder = keptOf(
  (key) => key.endsWith('حدود') && (/^[وفبل]*ال?حدود$/.test(key) || /^[وفب]?للحدود$/.test(key)),
);

const none: readonly FoundName[] = [];

/** Finds "الحدود السورية التركية": the border of the first country named. */
export const findBorders = (
  text: string,
  tokens: readonly Token[],
  countries: ReadonlyMap<string, NamedPlace>,
): FoundName[] =>
  tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    if (!next || !isBorder(token)) return none;
    const place = countries.get(nationsOf(next)[0] ?? '');
    if (!place) return none;
    const second = tokens[at + 2];
    const to = second && nationsOf(second).length > 0 ? at + 3 : at + 2;
    const end = tokens[to - 1]?.end ?? next.end;
    return [
      {
        from: at,
        to,
        start: token.start,
        end,
        text: text.slice(token.start, end),
        adminNoun: null,
        relation: 'border' as const,
        direction: null,
        preposition: null,
        candidates: [place],
        asActor: false,
        isDateline: false,
        isListed: false,
      },
    ];
  });
