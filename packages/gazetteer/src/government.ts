import type { Token } from '@rasid/arabic';
import type { Before } from './before.ts';
import { ACTION_VERBS, COMMAND_VERBS, GOVERNMENT_NOUNS, STATEMENT_VERBS, WAY_WORDS } from './cues.ts';
import type { NamedPlace } from './types.ts';

const strip = (key: string): string => (/^[وف]/.test(key) ? key.slice(1) : key);

const says = (key: string | undefined, isCountry: boolean): boolean => {
  if (!key) return false;
  const bare = strip(key);
  const has = (verbs: ReadonlySet<string>) =>
    verbs.has(key) || verbs.has(bare) || verbs.has(bare.replace(/^س/, ''));
  return has(STATEMENT_VERBS) || has(COMMAND_VERBS) || (isCountry && has(ACTION_VERBS));
};

/** Words whose object is a party: "مع طهران", "ضد المغرب", "من قبل روسيا". */
const SIDES = new Set(['مع', 'ضد', 'تجاه', 'حيال', 'ازاء', 'لصالح', 'قبل']);
const LOYAL =
  /^(?:ال)?(?:موالي|مواليه|موالين|موالون|مويد|مويده|مويدين|مويدون|معادي|معاديه|مناهض|مناهضه|حليف|حليفه|تابع|تابعه)$/;

const PLACES = /^ست?(?:شهد|حتضن|ستضيف|عيش|قع|ستقبل)/u; // what a city does as a city

/** "طهران ستبقى ملتزمة", "واشنطن لن تسمح": what it will or will not do, it does as a government. */
const isBound = (key: string | undefined, next: string | undefined): boolean =>
  key !== undefined &&
  ((/^ست\p{L}{3,}$/u.test(key) && !PLACES.test(key)) ||
    (/^(?:لن|لا|لم)$/.test(key) && /^ت\p{L}{3,}$/u.test(next ?? '') && !PLACES.test(`س${next}`)));

const JOURNEYS = /^[وف]?(?:زيار|مغادر|عود|رحل)/u; // "زيارته دمشق" goes there

/** "التي تشنها أنقرة", "الذي تتهمه طهران": a verb that has its object already takes the name as its doer. */
const isDone = ({ word }: Token): boolean =>
  !JOURNEYS.test(word) && /^[وف]?(?:س?ت\p{L}{2,}|\p{L}{3,}ت)(?:ه|ها|هم|هما)$/u.test(word);

/** "بين واشنطن وطهران" names two governments, "الطريق بين دمشق وحلب" two places. */
const isBetween = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (strip(tokens[from - 1]?.key ?? '') !== 'بين') return false;
  const next = tokens[to]?.key ?? '';
  return next.startsWith('و') && !WAY_WORDS.has(tokens[from - 2]?.key ?? '');
};

/** "إن أنقرة وواشنطن اتفقتا": two that do it together. */
const isFirst = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^ب?ان$/u.test(tokens[from - 1]?.key ?? '') &&
  tokens[to]?.key.startsWith('و') === true &&
  /^(?:\p{L}{3,}تا|س?[يت]\p{L}{3,}ان)$/u.test(tokens[to + 1]?.key ?? '');

/** The second of a pair whose first is a government: "بين واشنطن وطهران". */
const isSecond = (tokens: readonly Token[], from: number, first: { to: number } | null): boolean =>
  first !== null && first.to === from && (tokens[from]?.key ?? '').startsWith('و');

/**
 * Tells whether a country or a seat of government acts or speaks: "دمشق تدين", "أعلنت أنقرة", "حكومة دمشق",
 * "بين واشنطن وطهران", "مع طهران". `first` is the government just before, if any.
 */
export const isGovernment = (
  tokens: readonly Token[],
  from: number,
  to: number,
  before: Before,
  places: readonly NamedPlace[],
  seats: ReadonlySet<string>,
  first: { to: number } | null,
): boolean => {
  const isCountry = places.some(({ kind }) => kind === 'country');
  if (!isCountry && !places.some(({ id }) => seats.has(id))) return false;
  if (before.adminNoun || (before.relation === 'in' && before.preposition !== 'إلى')) return false;
  if (before.relation && before.relation !== 'between' && before.relation !== 'in') return false;
  if (isBetween(tokens, from, to) || isFirst(tokens, from, to) || isSecond(tokens, from, first)) return true;
  const previous = tokens[from - 1]?.key ?? '';
  if (GOVERNMENT_NOUNS.has(previous) || GOVERNMENT_NOUNS.has(strip(previous)) || SIDES.has(previous))
    return true;
  if (before.preposition === 'ل' && LOYAL.test(previous)) return true;
  if (says(tokens[to]?.key, isCountry) || says(previous, isCountry)) return true;
  if (before.relation === null && isBound(tokens[to]?.key, tokens[to + 1]?.key)) return true;
  const verb = tokens[from - 1];
  return verb !== undefined && before.relation === null && isDone(verb);
};
