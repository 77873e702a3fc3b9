import { type Setting, scorePlace } from './score.ts';
import { emptyPlace, settle } from './settle.ts';
import type { PlaceEntry, PlaceMention, ResolvedPlace } from './types.ts';

export type ResolveContext = { outletCountry: string | null };

// بلدة X بريف Y الشمالي: the container follows within three words.
const CHAIN_GAP = 3;

const isBackReference = (mention: PlaceMention): boolean =>
  mention.candidates.length === 0 && /(?:المحافظ|الولاي)[ةه]$/.test(mention.text);

const isContainer = (mention: PlaceMention | undefined): boolean =>
  mention !== undefined &&
  !isBackReference(mention) &&
  (mention.adminNoun === 'countryside' ||
    mention.adminNoun === 'governorate' ||
    mention.adminNoun === 'state' ||
    mention.adminNoun === 'district' ||
    mention.relation !== null);

const count = (map: Map<string, number>, key: string | null): void => {
  if (key) map.set(key, (map.get(key) ?? 0) + 1);
};

const certain = (mentions: readonly PlaceMention[]) => {
  const countries = new Map<string, number>();
  const units = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.asActor) continue;
    const ids = new Set(mention.candidates.map((c) => c.country));
    const codes = new Set(mention.candidates.map((c) => c.admin1Code));
    if (ids.size === 1) count(countries, mention.candidates[0]?.country ?? null);
    if (codes.size === 1) count(units, mention.candidates[0]?.admin1Code ?? null);
  }
  return { countries, units };
};

/** Index of the mention that contains mention `at` ("صوران" → "ريف حماة"), or null. */
const containerOf = (mentions: readonly PlaceMention[], at: number): number | null => {
  const mention = mentions[at];
  const next = mentions[at + 1];
  if (!mention || !next || next.from - mention.to > CHAIN_GAP || !isContainer(next)) return null;
  return at + 1;
};

/** Resolves mentions of one text in order: grammar, neighbours, the whole text, outlet country, population. */
export const resolveMentions = (
  mentions: readonly PlaceMention[],
  context: ResolveContext,
): ResolvedPlace[] => {
  const base = { outletCountry: context.outletCountry, ...certain(mentions) };
  const pick = (mention: PlaceMention, neighbour: PlaceEntry | null) => {
    const setting: Setting = { ...base, neighbour };
    return mention.candidates
      .map((place) => ({ place, score: scorePlace(place, mention, setting) }))
      .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1));
  };
  const found: ResolvedPlace[] = new Array(mentions.length);
  const chosen: (PlaceEntry | null)[] = new Array(mentions.length).fill(null);
  let unit: PlaceEntry | null = null;
  // Containers follow what they contain, so each chain is read from its end.
  for (let at = 0; at < mentions.length; at++) {
    let last = at;
    for (let next = containerOf(mentions, last); next !== null; next = containerOf(mentions, last))
      last = next;
    let inside: PlaceEntry | null = null;
    for (let index = last; index >= at; index--) {
      const mention = mentions[index];
      if (!mention) continue;
      const refers = isBackReference(mention);
      const ranked = pick(mention, inside ?? unit);
      const place: PlaceEntry | null = refers ? unit : (ranked[0]?.place ?? null);
      chosen[index] = place;
      found[index] = place
        ? settle(mention, place, ranked, refers)
        : emptyPlace(mention, inside ?? unit, context.outletCountry);
      inside = place ?? inside;
    }
    for (let index = at; index <= last; index++) {
      const place = chosen[index];
      if (place?.admin1 && !mentions[index]?.asActor) unit = place;
    }
    at = last;
  }
  return found;
};
