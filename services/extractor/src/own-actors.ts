import { readFileSync, statSync } from 'node:fs';
import { mergeActors, type PartyFinder, parseActors } from '@rasid/actors';
import { ConfigurationError } from '@rasid/runtime';

export type OwnActors = () => { findParties: PartyFinder } | Record<string, never>;

/**
 * The finder over the shipped parties and those of a file (RASID_ACTORS), one JSON object a line. A changed file
 * is read before the next article; one that has become wrong leaves what was read before in place.
 */
export function ownActors(file: string | undefined): OwnActors {
  if (!file) return () => ({});
  let readAt = changedAt(file);
  let findParties = load(file);
  return () => {
    try {
      const changed = changedAt(file);
      if (changed !== readAt) {
        readAt = changed; // first: a wrong file is tried once, not for every article
        findParties = load(file);
      }
    } catch {
      // what was read before stays; the next start says what is wrong
    }
    return { findParties };
  };
}

function changedAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch (cause) {
    throw new ConfigurationError(`RASID_ACTORS: no such file: ${file}`, { cause });
  }
}

function load(file: string): PartyFinder {
  const { entries, problems } = parseActors(readFileSync(file, 'utf8'));
  if (problems.length > 0) {
    const lines = problems.slice(0, 20).map(({ line, why }) => `  line ${line}: ${why}`); // a wrong file is wrong everywhere
    throw new ConfigurationError(`RASID_ACTORS: ${file} does not fit:\n${lines.join('\n')}`);
  }
  return mergeActors(entries);
}
