import { actorEntries } from '@rasid/actors';
import type { Event, Party } from '@rasid/contracts';
import { placeNames as namesBelow } from '@rasid/gazetteer';
import type { Format } from '../format.ts';
import { html, type Markup } from '../html.ts';
import type { Language } from '../reader.ts';

type Reader = { language: Language; format: Format };
type Where = Pick<
  NonNullable<Event['place']>,
  'country' | 'admin1' | 'admin1Code' | 'admin2' | 'locality' | 'gazetteerId'
>;

/** The names of a place in the reader's language, from the smallest unit up to the country. */
export const placeNames = ({ language, format }: Reader, place: Where): string[] =>
  [...namesBelow(place, language), format.country(place.country)].filter(Boolean);

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/** Words of the data on a page: each keeps to its own direction, and says its language where it is not the page's. */
export const own = ({ language }: Pick<Reader, 'language'>, text: string): Markup =>
  language === 'en' && isArabic(text)
    ? html`<bdi lang="ar" dir="rtl">${text}</bdi>`
    : html`<bdi>${text}</bdi>`;

/** A count keeps to its own direction: a range runs left to right, "6 at least" as its Arabic words do. */
export function countText({ format }: Reader, count: Parameters<Format['count']>[0]): Markup {
  const text = format.count(count);
  return html`<bdi dir="${isArabic(text) ? 'rtl' : 'ltr'}">${text}</bdi>`;
}

const comma = { ar: '، ', en: ', ' } as const;

/** A list whose members keep to their own directions. */
export const joined = (list: readonly Markup[], between: string): Markup =>
  html`${list.map((each, at) => (at === 0 ? each : html`${between}${each}`))}`;

/** A place on a page, from the smallest named unit up to the country. */
export const placeText = (view: Reader, place: Where | null): Markup | null =>
  place &&
  joined(
    placeNames(view, place).map((name) => own(view, name)),
    comma[view.language],
  );

/** The same where no markup can stand. */
export const placeLabel = (view: Reader, place: Where): string =>
  placeNames(view, place)
    .map((name) => `\u2068${name}\u2069`)
    .join(comma[view.language]);

const registered = new Map(actorEntries.map(({ id, name }) => [id, name.en]));

/** The English name of a party of the registry; null for a class of people and for who is in no registry. */
const englishName = ({ format }: Reader, canon: string | null): string | null => {
  if (canon === null) return null;
  return /^[A-Z]{2}$/.test(canon) ? format.country(canon) : (registered.get(canon) ?? null);
};

/** A party as the text calls it, before it the name English readers know it by. */
export function partyName(view: Reader, { text, canon }: Pick<Party, 'text' | 'canon'>): Markup {
  const name = view.language === 'en' ? englishName(view, canon) : null;
  return name ? html`<bdi>${name}</bdi> <span class="soft">${own(view, text)}</span>` : own(view, text);
}
