import { lookupKey } from '@rasid/arabic';
import type { HeadlineEntry } from './data.ts';
import { type Days, publicationDay, statedDays } from './days.ts';
import { headlineActs } from './headline.ts';
import type { Report, Slots } from './report.ts';
import { weightOf } from './word-weights.ts';
import { stemsOf } from './words.ts';

export type WordBag = { weights: Map<string, number>; sum: number; norm: number };

/** A report made ready to be compared: what is computed once for it, not once for each pair. */
export type Profile = {
  report: Report;
  title: WordBag;
  all: WordBag;
  /** The first sentence or so of the text. */
  opening: WordBag;
  numbers: Set<string>;
  /** What its title does besides telling: words of others, and news of what followed. */
  reactions: string;
  explainers: string;
  sequels: string;
  published: number;
  stated: Days | null;
  /** Folded names from the narrowest unit on; null where the event names none. */
  locality: string | null;
  /** The locality's entry in the gazetteer: one town has several names. */
  localityId: string | null;
  admin1: string | null;
  country: string | null;
  parties: { canon: string | null; stems: string[] }[];
  /** Stems of the personal names of those it was done to. */
  sufferers: string[];
  /** Those of them who act or speak. */
  actors: Profile['parties'];
  /** "Second", "third" in the title: of a series of the like. */
  ordinals: number[];
  /** Countries of those who take part. */
  nations: ReadonlySet<string>;
};

export const nameFrom = 3.5; // nats: "minister" and "police" are no names
const openingWords = 20; // a first sentence: what follows turns to what was said and known before

const profiles = new WeakMap<Report, Profile>();

/** The profile of a report; the same object always has the same one. */
export function profileOf(report: Report): Profile {
  const known = profiles.get(report);
  if (known) return known;
  const made = makeProfile(report);
  profiles.set(report, made);
  return made;
}

function makeProfile(report: Report): Profile {
  const { words, event } = report;
  const all = [...new Set([...words.title, ...words.lead])];
  const place = event?.place ?? null;
  const admin1 = fold(place?.admin1 ?? null);
  const locality = fold(place?.locality ?? null);
  return {
    report,
    title: bagOf(words.title),
    all: bagOf(all),
    opening: bagOf(words.lead.slice(0, openingWords)),
    numbers: new Set(all.filter((stem) => stem.startsWith('#') && weightOf(stem) > 1)),
    reactions: actsOf(report, ({ kind }) => kind === 'reaction'),
    explainers: actsOf(report, ({ kind }) => kind === 'explainer'),
    sequels: actsOf(report, ({ kind }) => kind !== 'reaction' && kind !== 'explainer'),
    published: publicationDay(report),
    stated: statedDays(report),
    // A capital named like its governorate says no more than the governorate: "في المنيا" is often a village near it.
    locality: locality === admin1 ? null : locality,
    localityId: locality === admin1 || locality === null ? null : (place?.gazetteerId ?? null),
    admin1,
    country: place?.country ?? null,
    parties: event ? toParties([...event.actors, ...event.targets, ...event.victims]) : [],
    sufferers: event ? namesOf(toParties([...event.targets, ...event.victims])) : [],
    actors: event ? toParties(event.actors) : [],
    nations: new Set(
      event
        ? [...event.actors, ...event.targets, ...event.victims].flatMap(({ country }) => country ?? [])
        : [],
    ),
    ordinals: words.title.flatMap((stem) => ordinalOf.get(stem) ?? []),
  };
}

const actsOf = ({ title }: Report, isSought: (entry: HeadlineEntry) => boolean): string =>
  headlineActs(title)
    .filter(isSought)
    .map(({ id }) => id)
    .join();

const fold = (name: string | null): string | null => (name === null ? null : lookupKey(name));

const toParties = (parties: Slots['actors']): Profile['parties'] =>
  parties.map(({ canon, text }) => ({ canon, stems: stemsOf(text) }));

/** A name of two words and more that are no common words; who is known by office or group has an entry. */
const namesOf = (parties: Profile['parties']): string[] =>
  parties
    .filter(
      ({ canon, stems }) =>
        canon === null && stems.length > 1 && stems.every((stem) => weightOf(stem) >= nameFrom),
    )
    .flatMap(({ stems }) => stems);

// First to tenth, masculine and feminine, cut as all stems are.
const ordinalOf = new Map(
  'اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر'
    .split(' ')
    .flatMap((stem, at) =>
      [stem, `${stem}ه`, `${stem}ي`].map((form): [string, number] => [form.slice(0, 5), at + 1]),
    ),
);

function bagOf(stems: readonly string[]): WordBag {
  const weights = new Map(stems.map((stem): [string, number] => [stem, weightOf(stem)]));
  let [sum, squares] = [0, 0];
  for (const weight of weights.values()) {
    sum += weight;
    squares += weight * weight;
  }
  return { weights, sum, norm: Math.sqrt(squares) };
}

/** Cosine of two bags, 0 to 1. */
export function cosine(a: WordBag, b: WordBag): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  let dot = 0;
  for (const [stem, weight] of a.weights) if (b.weights.has(stem)) dot += weight * weight;
  return dot / (a.norm * b.norm);
}

/** Share of the first bag's weight that stands in the second, 0 to 1. */
export function contained(a: WordBag, b: WordBag): number {
  if (a.sum === 0) return 0;
  let shared = 0;
  for (const [stem, weight] of a.weights) if (b.weights.has(stem)) shared += weight;
  return shared / a.sum;
}
