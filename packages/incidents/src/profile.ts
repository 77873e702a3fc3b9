import { lookupKey } from '@rasid/arabic';
import { type Days, publicationDay, statedDays } from './days.ts';
import { type Act, actsOf } from './headline.ts';
import type { Report, Slots } from './report.ts';
import { weightOf } from './word-weights.ts';
import { stemsOf } from './words.ts';

export type WordBag = { weights: Map<string, number>; sum: number; norm: number };

/** A name folded, and its stems, to be sought in other texts. */
export type PlaceName = { key: string; stems: string[] };

/** A report made ready to be compared: what is computed once for it, not once for each pair. */
export type Profile = {
  report: Report;
  title: WordBag;
  all: WordBag;
  numbers: Set<string>;
  acts: Record<Act, string>;
  published: number;
  stated: Days | null;
  /** Names from the narrowest unit on; null where the event names none. */
  locality: PlaceName | null;
  /** The locality's entry in the gazetteer: one town has several names. */
  localityId: string | null;
  admin1: PlaceName | null;
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
  const admin1 = toName(place?.admin1 ?? null);
  const named = toName(place?.locality ?? null);
  // A capital named like its governorate says no more than the governorate: "في المنيا" is often a village near it.
  const locality = named?.key === admin1?.key ? null : named;
  return {
    report,
    title: bagOf(words.title),
    all: bagOf(all),
    numbers: new Set(all.filter((stem) => stem.startsWith('#') && weightOf(stem) > 1)),
    acts: actsOf(report.title),
    published: publicationDay(report),
    stated: statedDays(report),
    locality,
    localityId: locality && (place?.gazetteerId ?? null),
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

// Strip, governorate, state, province, district, emirate: papers write "غزة" for "قطاع غزة".
const units = new Set(stemsOf('قطاع محافظة ولاية إقليم منطقة إمارة'));

/** The stems are those by which a text knows the place: the unit it is may go unsaid. */
function toName(name: string | null): PlaceName | null {
  if (name === null) return null;
  const stems = stemsOf(name);
  const own = stems.filter((stem) => !units.has(stem));
  return { key: lookupKey(name), stems: own.length > 0 ? own : stems };
}

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

// First to tenth, masculine and feminine.
const ordinalOf = new Map(
  'اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر'
    .split(' ')
    .flatMap((word, at) =>
      stemsOf(`${word} ${word}ه ${word}ي`).map((stem): [string, number] => [stem, at + 1]),
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
