import { lookupKey } from '@rasid/arabic';
import type { Incident } from '@rasid/contracts';
import type { Telling } from './claims.ts';

const mostParties = 12; // a list of everyone who was ever named tells nothing

/** What most origins say, each heard once by its latest word; equal votes go to what was said first. */
function vote<T>(said: readonly { value: T; originId: string }[], keyOf: (value: T) => string): T | null {
  const latest = new Map(said.map(({ value, originId }) => [originId, value]));
  const votes = new Map<string, number>();
  for (const value of latest.values()) votes.set(keyOf(value), (votes.get(keyOf(value)) ?? 0) + 1);
  let [best, most]: [T | null, number] = [null, 0];
  for (const { value } of said) {
    const count = votes.get(keyOf(value)) ?? 0;
    if (count > most) [best, most] = [value, count];
  }
  return best;
}

/** Those who announce it in title or lead are asked; the others only when nobody does. */
function asked<T>(tellings: readonly Telling[], read: (telling: Telling) => T | null) {
  const all = tellings.flatMap((telling) => {
    const value = read(telling);
    return value === null ? [] : [{ value, originId: telling.originId, isMain: telling.status === 'main' }];
  });
  const main = all.filter(({ isMain }) => isMain);
  return main.length > 0 ? main : all;
}

export const typeOf = (tellings: readonly Telling[]): Incident['type'] =>
  vote(
    asked(tellings, ({ event }) => event.type),
    String,
  ) ?? 'official_stance';

export const modalityOf = (tellings: readonly Telling[]): Incident['modality'] =>
  vote(
    asked(tellings, ({ event }) => event.modality),
    String,
  ) ?? 'asserted';

/** The country most name, within it the unit most name, within that the finest place. */
export function placeOf(tellings: readonly Telling[]): Incident['place'] {
  let said = asked(tellings, ({ event }) => event.place);
  for (const read of [unit('country'), unit('admin1')]) {
    const winner = vote(
      said.filter(({ value }) => read(value) !== ''),
      read,
    );
    if (winner) said = said.filter(({ value }) => read(value) === read(winner));
  }
  const finest = Math.min(...said.map(({ value }) => value.precision));
  return vote(
    said.filter(({ value }) => value.precision === finest),
    unit('locality'),
  );
}

const unit = (name: 'country' | 'admin1' | 'locality') => (place: NonNullable<Incident['place']>) =>
  lookupKey(place[name] ?? '');

const fineness = ['day', 'range', 'week', 'month', 'year', 'unknown'];

/** The day most name; a month or a year only when nobody names a day. */
export function dateOf(tellings: readonly Telling[]): Incident['date'] {
  const said = asked(tellings, ({ event }) => event.date);
  const rank = ({ precision }: NonNullable<Incident['date']>) => fineness.indexOf(precision);
  const finest = Math.min(...said.map(({ value }) => rank(value)));
  return vote(
    said.filter(({ value }) => rank(value) === finest),
    ({ start, end }) => `${start} ${end}`,
  );
}

/** The tellings that name one of those an incident lists, and were the first to. */
export function firstNamings(tellings: readonly Telling[]): Telling[] {
  return (['actors', 'targets'] as const).flatMap((role) => {
    const known = new Set<string>();
    return tellings.filter(({ event }) => {
      const before = known.size;
      for (const party of event[role]) if (known.size < mostParties) known.add(keyOfParty(party));
      return known.size > before;
    });
  });
}

const keyOfParty = ({ canon, text }: Incident['actors'][number]): string => canon ?? lookupKey(text);

/** Everyone named, each once, in the order in which they were named. */
export function partiesOf(tellings: readonly Telling[], role: 'actors' | 'targets'): Incident['actors'] {
  const known = new Map<string, Incident['actors'][number]>();
  for (const { event } of tellings) {
    for (const party of event[role]) {
      const key = keyOfParty(party);
      if (!known.has(key)) known.set(key, party);
    }
  }
  return [...known.values()].slice(0, mostParties);
}
