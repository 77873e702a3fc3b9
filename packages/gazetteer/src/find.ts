import { compilePhrases, type PhraseMatch, type PhraseMatcher, type Token } from '@rasid/arabic';
import { type Before, readBefore } from './before.ts';
import { ADMIN_NOUNS, DIRECTIONS } from './cues.ts';
import { isAnnounced, isGovernment, isPlain, nameKey } from './evidence.ts';
import { findUnknown, type UnknownName } from './names.ts';
import type { NamedPlace, PlaceMention } from './types.ts';

type Group = { places: NamedPlace[]; words: number; isOrdinary: boolean; isBound: boolean };
type Matcher = PhraseMatcher<Group>;

/** Compiles places into one matcher; places of one folded name share a group. */
export const compilePlaces = (
  places: readonly NamedPlace[],
  ordinary: readonly string[],
  bound: readonly string[],
): Matcher => {
  const tied = new Set(bound.map(nameKey));
  const common = new Set(ordinary.map(nameKey));
  const groups = new Map<string, Group>();
  for (const place of places) {
    for (const name of [place.name.ar, ...place.aliases]) {
      const key = nameKey(name);
      // GeoNames has places called "the city" and "the village".
      if (ADMIN_NOUNS.has(key.replace(/^ال/, ''))) continue;
      const known = groups.get(key);
      if (known && !known.places.includes(place)) known.places.push(place);
      if (!known && key.length > 1)
        groups.set(key, {
          places: [place],
          words: key.split(/\s+/).length,
          isOrdinary: common.has(key),
          isBound: tied.has(key),
        });
    }
  }
  const entries = [...groups].map(([phrase, value]) => ({ phrase, value }));
  return compilePhrases(entries, { proclitics: true, fold: 'strong' });
};

const NAME_PROCLITICS = new Set(['', 'و', 'ف', 'ب', 'ل', 'وب', 'ول', 'فب', 'فل']);

const directionAfter = (tokens: readonly Token[], to: number): string | null => {
  const key = tokens[to]?.key ?? '';
  return key.startsWith('ال') && DIRECTIONS.has(key) ? (tokens[to]?.word ?? null) : null;
};

const known = (tokens: readonly Token[], match: PhraseMatch<Group>, text: string): PlaceMention | null => {
  const before: Before = readBefore(tokens, match.from, match.proclitic);
  const { places, words, isOrdinary, isBound } = match.value;
  if (isBound && !before.adminNoun) return null;
  const follows = match.proclitic.startsWith('و') && !isOrdinary && words > 1;
  const announced = isAnnounced(before) || follows;
  if (!announced && !isPlain(words, places, isOrdinary)) return null;
  // A proclitic glued to a short name is more often another word: "بلد" is not ب + لد.
  if (match.proclitic && words === 1 && match.end - match.start < 3 && !before.adminNoun) return null;
  return {
    from: match.from,
    to: match.to,
    start: match.start,
    end: match.end,
    text: text.slice(match.start, match.end),
    adminNoun: before.adminNoun,
    relation: before.relation,
    direction: directionAfter(tokens, match.to) ?? before.direction,
    preposition: before.preposition,
    candidates: places,
    asActor: isGovernment(tokens, match.from, match.to, before, places),
  };
};

const unknown = (tokens: readonly Token[], name: UnknownName, text: string): PlaceMention => {
  const before = readBefore(tokens, name.noun + 1, '');
  const end = tokens[name.to - 1]?.end ?? name.start;
  return {
    from: name.from,
    to: name.to,
    start: name.start,
    end,
    text: text.slice(name.start, end),
    adminNoun: before.adminNoun,
    relation: before.relation === 'countryside' ? 'in' : before.relation,
    direction: before.direction,
    preposition: before.preposition,
    candidates: [],
    asActor: false,
  };
};

// المحافظة and الولاية stand for the unit named before.
const BACK_REFERENCE = /^(?:[وبل]|وب|ول)?(?:المحافظه|الولايه)$/;

const backReferences = (tokens: readonly Token[]): PlaceMention[] =>
  tokens.flatMap((token, at) => {
    if (!BACK_REFERENCE.test(token.key)) return [];
    const noun = tokens[at - 1] && ADMIN_NOUNS.get(tokens[at - 1]?.key.replace(/^ب/, '') ?? '');
    const before = readBefore(tokens, at, token.key.startsWith('ب') ? 'ب' : '');
    if (noun !== 'countryside' && !before.relation) return [];
    return [
      {
        from: at,
        to: at + 1,
        start: token.start,
        end: token.end,
        text: token.text,
        adminNoun: noun === 'countryside' ? ('countryside' as const) : ('governorate' as const),
        relation: before.relation,
        direction: directionAfter(tokens, at + 1),
        preposition: before.preposition,
        candidates: [],
        asActor: false,
      },
    ];
  });

/** Finds places in tokens: known names with enough evidence, unknown names after an admin noun, "المحافظة". */
export const findWith = (matcher: Matcher, text: string, tokens: readonly Token[]): PlaceMention[] => {
  const found: PlaceMention[] = [];
  const covered = new Set<number>();
  let free = 0;
  for (const match of matcher.findAll(tokens)) {
    if (match.from < free || !NAME_PROCLITICS.has(match.proclitic)) continue;
    const mention = known(tokens, match, text);
    if (!mention) continue;
    found.push(mention);
    free = match.to;
    for (let at = match.from; at < match.to; at++) covered.add(at);
  }
  const more = findUnknown(tokens, covered).map((name) => unknown(tokens, name, text));
  return [...found, ...more, ...backReferences(tokens)].sort((a, b) => a.start - b.start);
};
