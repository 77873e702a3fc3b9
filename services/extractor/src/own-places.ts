import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedPlace, readOwnPlace, usePlaces } from '@rasid/gazetteer';

type Environment = Record<string, string | undefined>;

/** Where the user's own places are kept. */
export const ownPlacesFile = (environment: Environment): string =>
  environment.RASID_PLACES || join(environment.RASID_HOME || '.rasid', 'places.ndjson');

/** Reads the user's own places; a line that is none is an error, because the file is written by us. */
export function readOwnPlaces(file: string): NamedPlace[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = readOwnPlace(objectOf(line, file, index + 1));
    if (typeof place === 'string') throw new Error(`${file}, line ${index + 1}: ${place}`);
    return [place];
  });
}

function objectOf(line: string, file: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>; // read field by field
  } catch (cause) {
    throw new Error(`${file}, line ${number} is not JSON`, { cause });
  }
  throw new Error(`${file}, line ${number} is not an object`);
}

/** Loads the gazetteer of this process or thread with the user's own places; answers how many they are. */
export function useOwnPlaces(environment: Environment): number {
  const places = readOwnPlaces(ownPlacesFile(environment));
  usePlaces(places);
  return places.length;
}
