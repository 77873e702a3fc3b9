import { type EventTypeId, read } from '../data.ts';
import type { Opening } from './relevance.ts';

// What was learnt of words: read once, taught anew only by scripts/fit.mjs while it fits.

/** The families of a stem, a wide and a narrow one: words met in the same surroundings. Lines of data/families.tsv. */
export const families: ReadonlyMap<string, readonly [wide: string, narrow: string]> = new Map(
  read('families.tsv').flatMap((line) => {
    const [wide = '', narrow = '', words = ''] = line.split('\t');
    const pair = [`~${wide}`, `~~${narrow}`] as const;
    return words.split(' ').map((word) => [word, pair] as const);
  }),
);

/** The clues of a stem, or of what a name is: itself and its families. */
export const cluesOfStem = (stem: string): readonly string[] => [stem, ...(families.get(stem) ?? [])];

/** A clue of sentences: where in `said` it speaks, and who met it last. */
export type Clue = { from: number; to: number; met: number };
export type WordingModel = {
  types: readonly EventTypeId[];
  bias: Float32Array;
  /** What the clues say, one behind the other: a type's place in `types`, and hundredths of log odds above its byte. */
  said: Int32Array;
  clues: ReadonlyMap<string, Clue>;
  rows: Rows;
};
/** What whole words say, in hundredths: a row of types each, in one array, since a sentence asks for all its words. */
type Rows = { sums: Int16Array; used: number };
const mostRows = 60_000; // words; as many as are kept of a text's words at most
const rowsFor = (types: readonly EventTypeId[]): Rows => ({
  sums: new Int16Array(mostRows * types.length),
  used: 0,
});

type Taught = { bias: ArrayLike<number>; weights: Iterable<readonly [clue: string, row: ArrayLike<number>]> };

export const hundredths = 100;
const typeBits = 8;
export const typeSaid = (entry: number): number => entry & ((1 << typeBits) - 1);
export const hundredthsSaid = (entry: number): number => entry >> typeBits;

/** How much each clue of a sentence speaks for each type. */
export const wordingModel: WordingModel = readWording(read('wording.tsv'));

/** Replaces the wording model: a row of weights a clue, one weight a type. */
export function teachWording(types: readonly EventTypeId[], taught: Taught): void {
  Object.assign(wordingModel, wordingOf(types, taught));
}

function wordingOf(types: readonly EventTypeId[], { bias, weights }: Taught): WordingModel {
  const clues = new Map<string, Clue>();
  const said: number[] = [];
  for (const [clue, row] of weights) {
    const from = said.length;
    for (let type = 0; type < row.length; type++) {
      const weight = Math.round((row[type] ?? 0) * hundredths);
      if (weight !== 0) said.push((weight << typeBits) | type);
    }
    clues.set(clue, { from, to: said.length, met: 0 });
  }
  const rows = rowsFor(types);
  return { types, bias: Float32Array.from(bias), said: Int32Array.from(said), clues, rows };
}

/** A stem, or what a name is, with its narrow family and, once asked for, what is known of it. */
export type Word = {
  stem: string;
  narrow: string | null;
  said: Said | null;
  beside: Beside | null;
  opening: Opening | null;
};
/** The clues of a word that are known, that of its stem, and where the row of what they say begins. */
type Said = { clues: readonly Clue[]; stem: Clue | null; row: number; rows: Rows };

export const learntWord = (stem: string): Word => ({
  stem,
  narrow: families.get(stem)?.[1] ?? null,
  said: null,
  beside: null,
  opening: null,
});

export const saidOf = (word: Word): Said =>
  word.said?.rows === wordingModel.rows ? word.said : learnSaid(word);

function learnSaid(word: Word): Said {
  const { types, clues: known, said } = wordingModel;
  if (wordingModel.rows.used === mostRows) wordingModel.rows = rowsFor(types);
  const { rows } = wordingModel;
  const row = rows.used++ * types.length;
  const clues = cluesOfStem(word.stem).flatMap((clue) => known.get(clue) ?? []);
  for (const clue of clues)
    for (const entry of said.subarray(clue.from, clue.to)) {
      const at = row + typeSaid(entry);
      rows.sums[at] = (rows.sums[at] ?? 0) + hundredthsSaid(entry);
    }
  word.said = { clues, stem: known.get(word.stem) ?? null, row, rows };
  return word.said;
}

/** data/wording.tsv: a line of types, one of biases, then a clue and its weights as `index:weight`. */
function readWording([types = '', bias = '', ...lines]: string[]): WordingModel {
  const ids = types.split('\t').slice(1) as EventTypeId[]; // shipped data, checked by the tests
  const weights = lines.map((line) => {
    const [clue = '', ...pairs] = line.split('\t');
    const row = new Float32Array(ids.length);
    for (const pair of pairs) {
      const [type, weight] = pair.split(':');
      row[Number(type)] = Number(weight);
    }
    return [clue, row] as const;
  });
  return wordingOf(ids, { bias: bias.split('\t').slice(1).map(Number), weights });
}

/** Where a word stands about a trigger, as the clues of data/surroundings.tsv begin; `m` before it: of a later mention. */
export const standings = [
  '<1 ',
  '<4 ',
  '>1 ',
  '>4 ',
  '<, ',
  '>, ',
  '<',
  'depth ',
  'zone ',
  '!!',
  '!',
  'word ',
] as const;
export type Standing = (typeof standings)[number];

/** A clue of surroundings: how much it speaks for an event, and who met it last. */
export type Aside = { weight: number; met: number };
type Asides = Record<Standing, Map<string, Aside>>;
export type SurroundingsModel = { bias: number; first: Asides; later: Asides };

/** Where a word stands: on which side of a trigger and how near, with the standings its stem speaks in. */
export type Place = { number: number; standing: Standing; also: Standing | null };
const mostPlaces = 4;
/** The clues of a word that are known, by place; those of later mentions behind those of first ones. */
type Beside = { places: (readonly Aside[] | undefined)[]; first: Asides };

/** The clues of a word at a place. */
export function cluesBeside({ stem, narrow }: Word, { standing, also }: Place): [Standing, string][] {
  const clues: [Standing, string][] = [[standing, stem]];
  if (also) clues.push([also, stem]);
  if (narrow) clues.push([standing, narrow]);
  return clues;
}

/** Those that are known. */
export function knownBeside(word: Word, place: Place, isLater: boolean): readonly Aside[] {
  const { first } = surroundingsModel;
  if (word.beside?.first !== first) word.beside = { places: Array.from({ length: 2 * mostPlaces }), first };
  const at = 2 * place.number + (isLater ? 1 : 0);
  return word.beside.places[at] ?? learnBeside(word, word.beside, place, isLater);
}

function learnBeside(word: Word, { places }: Beside, place: Place, isLater: boolean): readonly Aside[] {
  const asides = isLater ? surroundingsModel.later : surroundingsModel.first;
  const known = cluesBeside(word, place).flatMap(([standing, clue]) => asides[standing].get(clue) ?? []);
  places[2 * place.number + (isLater ? 1 : 0)] = known;
  return known;
}

/** How much what stands around a trigger speaks for an event. */
export const surroundingsModel: SurroundingsModel = readSurroundings(read('surroundings.tsv'));

/** Replaces the model of surroundings: one weight a clue. */
export function teachSurroundings(
  bias: number,
  weights: Iterable<readonly [clue: string, weight: number]>,
): void {
  Object.assign(surroundingsModel, surroundingsOf(bias, weights));
}

function surroundingsOf(
  bias: number,
  weights: Iterable<readonly [clue: string, weight: number]>,
): SurroundingsModel {
  const none = () => Object.fromEntries(standings.map((each) => [each, new Map()])) as Asides; // one for each
  const model = { bias, first: none(), later: none() };
  for (const [clue, weight] of weights) {
    const isLater = clue.startsWith('m');
    const plain = isLater ? clue.slice(1) : clue;
    const standing = standings.find((each) => plain.startsWith(each));
    if (standing)
      model[isLater ? 'later' : 'first'][standing].set(plain.slice(standing.length), { weight, met: 0 });
  }
  return model;
}

/** data/surroundings.tsv: a line of the bias, then a clue and its weight. */
function readSurroundings([bias = '', ...lines]: string[]): SurroundingsModel {
  const weights = lines.map((line) => {
    const [clue = '', weight] = line.split('\t');
    return [clue, Number(weight)] as const;
  });
  return surroundingsOf(Number(bias.split('\t')[1]), weights);
}
