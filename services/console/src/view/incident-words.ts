import type { Names, TimelineStep } from '@rasid/contracts';
import { voiceName } from '@rasid/similarity';
import type { ConsoleSource } from '../options.ts';
import type { Messages } from './messages.ts';

/** Names of outlets, agencies and publishers by their ids; who is in no catalogue is called by his id. */
export function createVoices(
  sources: readonly Pick<ConsoleSource, 'outlet'>[],
  nameIn: (names: Names) => string,
): (id: string) => string {
  const outlets = new Map(sources.map(({ outlet }) => [outlet.id, outlet.name]));
  return (id) => {
    const names = outlets.get(id) ?? voiceName(id);
    return names ? nameIn(names) : id;
  };
}

/** What a step of a timeline says besides its reason, in the reader's language; the record has one language for all. */
export function stepDetail(
  { reason, detail }: Pick<TimelineStep, 'reason' | 'detail'>,
  { count }: Pick<Messages, 'count'>,
  voice: (id: string) => string,
): string | null {
  if (detail === null) return null;
  if (reason === 'withdrawn') return voice(detail);
  const [, kind, range] = /^([a-z ]+) (\d.*)$/.exec(detail) ?? [];
  return kind && range ? `${count(kind.replaceAll(' ', '_'))} \u2066${range}\u2069` : detail; // an arrow between numbers runs left to right
}
