import { kept, lookupKey } from '@rasid/arabic';
import { type Days, publicationDay, statedDays } from './days.ts';
import { type Act, actsOf } from './headline.ts';
import type { Report, Slots } from './report.ts';
import { weightOf } from './word-weights.ts';
import { stemsOf as stemsOfText } from './words.ts';

export type WordBag = {
  weights: Map<string, number>;
  /** The same as two lists: they are walked for every pair. */
  stems: string[];
  nats: number[];
  sum: number;
  norm: number;
};

/** A name folded, and its stems, to be sought in other texts. */
export type PlaceName = { key: string; stems: string[] };

/** A party as texts name it. */
export type PartyName = {
  canon: string | null;
  stems: string[];
  /** Stems that are a name, and those by which a text would show that it knows the party. */
  names: string[];
  telling: string[];
  /** One of its stems stands in few articles. */
  isRare: boolean;
};

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
  parties: PartyName[];
  /** Stems of the personal names of those it was done to. */
  sufferers: string[];
  /** Those of them who act or speak. */
  actors: PartyName[];
  /** "Second", "third" in the title: of a series of the like. */
  ordinals: number[];
  /** Countries of those who take part. */
  nations: ReadonlySet<string>;
};

const nameFrom = 3.5; // nats: "minister" and "police" are no names
const tellingFrom = 2.5;
const rareFrom = 4.5; // nats: a name few articles hold

const mostRemembered = 5_000; // titles, or names of places and parties: some megabytes
const stemsOf = kept(stemsOfText, mostRemembered);
const actsIn = kept(actsOf, mostRemembered);
const keyOfName = kept(lookupKey, mostRemembered);

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
  const actors = event ? toParties(event.actors) : [];
  const sufferers = event ? toParties([...event.targets, ...event.victims]) : [];
  const admin1 = toName(place?.admin1 ?? null);
  const named = toName(place?.locality ?? null);
  // A capital named like its governorate says no more than the governorate, "في المنيا" is often a village near it, unless
  // the text says that it means the city.
  const locality = named?.key === admin1?.key && !event?.isPlaceSure ? null : named;
  return {
    report,
    title: bagOf(words.title),
    all: bagOf(all),
    numbers: new Set(all.filter((stem) => stem.startsWith('#') && weightOf(stem) > 1)),
    acts: actsIn(report.title),
    published: publicationDay(report),
    stated: statedDays(report),
    locality,
    localityId: locality && (place?.gazetteerId ?? null),
    admin1,
    country: place?.country ?? null,
    parties: [...actors, ...sufferers],
    sufferers: namesOf(sufferers),
    actors,
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
  return { key: keyOfName(name), stems: own.length > 0 ? own : stems };
}

const toParties = (parties: Slots['actors']): PartyName[] =>
  parties.map(({ canon, text }) => {
    const stems = stemsOf(text);
    const atLeast = (nats: number) => stems.filter((stem) => weightOf(stem) >= nats);
    return {
      canon,
      stems,
      names: atLeast(nameFrom),
      telling: atLeast(tellingFrom),
      isRare: atLeast(rareFrom).length > 0,
    };
  });

/** A name of two words and more that are no common words; who is known by office or group has an entry. */
const namesOf = (parties: PartyName[]): string[] =>
  parties
    .filter(({ canon, stems, names }) => canon === null && stems.length > 1 && names.length === stems.length)
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
  return { weights, stems: [...weights.keys()], nats: [...weights.values()], sum, norm: Math.sqrt(squares) };
}

/** What two bags share: their cosine, 0 to 1, the nats they have in common, and how many stems of so many nats at least. */
export function sharedBy(a: WordBag, b: WordBag, rareFrom: number) {
  let [dot, nats, rare] = [0, 0, 0];
  const { stems } = a;
  for (let at = 0; at < stems.length; at++) {
    const weight = b.weights.get(stems[at] ?? '');
    if (weight === undefined) continue;
    dot += weight * weight;
    nats += weight;
    if (weight >= rareFrom) rare++;
  }
  return { cosine: a.norm === 0 || b.norm === 0 ? 0 : dot / (a.norm * b.norm), nats, rare };
}
