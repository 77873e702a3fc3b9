import { type EventTypeId, read } from './data.ts';

// What was learnt of words: read once, replaced in memory only by scripts/fit.mjs while it fits.

/** The families of a stem, a wide and a narrow one: words met in the same surroundings. Lines of data/families.tsv. */
export const families: ReadonlyMap<string, readonly [wide: string, narrow: string]> = new Map(
  read('families.tsv').flatMap((line) => {
    const [wide = '', narrow = '', words = ''] = line.split('\t');
    const pair = [`~${wide}`, `~~${narrow}`] as const;
    return words.split(' ').map((word) => [word, pair] as const);
  }),
);

/** How much each clue of a sentence speaks for each type; `types` is the order of the weights. */
export type WordingModel = { types: EventTypeId[]; bias: Float32Array; weights: Map<string, Float32Array> };

/** data/wording.tsv: a line of types, one of biases, then a clue and its weights as `index:weight`. */
export const wordingModel: WordingModel = readWording(read('wording.tsv'));

function readWording([types = '', bias = '', ...lines]: string[]): WordingModel {
  const ids = types.split('\t').slice(1) as EventTypeId[]; // shipped data, checked by the tests
  const weights = new Map<string, Float32Array>();
  for (const line of lines) {
    const [clue = '', ...pairs] = line.split('\t');
    const row = new Float32Array(ids.length);
    for (const pair of pairs) {
      const [type, weight] = pair.split(':');
      row[Number(type)] = Number(weight);
    }
    weights.set(clue, row);
  }
  return { types: ids, bias: Float32Array.from(bias.split('\t').slice(1), Number), weights };
}

/** How much what stands around a trigger speaks for an event; data/surroundings.tsv, a clue and its weight a line. */
export const surroundingsModel: { bias: number; weights: Map<string, number> } = readSurroundings(
  read('surroundings.tsv'),
);

function readSurroundings([bias = '', ...lines]: string[]) {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const [clue = '', weight] = line.split('\t');
    weights.set(clue, Number(weight));
  }
  return { bias: Number(bias.split('\t')[1]), weights };
}
