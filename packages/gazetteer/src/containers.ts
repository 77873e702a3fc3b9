import type { PlaceMention } from './types.ts';

// بلدة X بريف Y الشمالي, X الواقعة شمال غربي Y: the container follows within three words.
const CHAIN_GAP = 4; // a closing quote is one

// A list this long is a table; its names stand for themselves.
const MAX_LIST = 30;

/** "المحافظة", "الولاية": the unit named before. */
export const isBackReference = (mention: PlaceMention): boolean =>
  mention.candidates.length === 0 && /(?:المحافظ|الولاي)[ةه]$/.test(mention.text);

/** "العاصمة" alone. */
export const isCapitalReference = ({ text }: PlaceMention): boolean =>
  /^(?:و?[بل]?ال|و?لل)عاصم[ةه]$/.test(text);

const isContainer = (mention: PlaceMention): boolean =>
  !isBackReference(mention) &&
  !mention.asActor &&
  (mention.relation !== null ||
    mention.adminNoun === 'countryside' ||
    mention.adminNoun === 'governorate' ||
    mention.adminNoun === 'state' ||
    mention.adminNoun === 'district');

/** Index of the mention that contains mention `at`: "صوران" → "ريف حماة"; the names of a list share theirs. */
export const containerOf = (mentions: readonly PlaceMention[], at: number): number | null => {
  let index = at + 1;
  while (index - at < MAX_LIST && mentions[index]?.isListed) index++;
  const last = mentions[index - 1];
  const next = mentions[index];
  if (!last || !next || next.isListed || next.from - last.to > CHAIN_GAP) return null;
  if (isContainer(next)) return index;
  // "قرية كذا التابعة لناحية كذا بمحافظة كذا": a name nobody knows lies in the unit at the end.
  const unit = mentions[index + 1];
  const isKnown = (mentions[at]?.candidates.length ?? 0) > 0;
  return !isKnown && unit?.adminNoun === 'governorate' && unit.from - next.to <= CHAIN_GAP ? index + 1 : null;
};
