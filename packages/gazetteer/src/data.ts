import { readFileSync } from 'node:fs';
import { parsePlaces } from './rows.ts';
import type { NamedPlace } from './types.ts';

const LAYERS = ['countries', 'admin1', 'admin2', 'geonames', 'news'] as const;

const read = (name: string): string => readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8');

/** Reads the shipped layers, coarse to fine. */
export const readShipped = (): NamedPlace[] => parsePlaces(LAYERS.map(read));

/** Reads the names that are also ordinary words, one a line. */
export const readOrdinary = (): string[] =>
  read('ordinary')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
