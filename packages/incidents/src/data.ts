import { readFileSync } from 'node:fs';

export type HeadlineEntry = {
  id: string;
  kind:
    | 'reaction'
    | 'explainer'
    | 'reply'
    | 'funeral'
    | 'claim'
    | 'inquiry'
    | 'rescue'
    | 'aftermath'
    | 'rise'
    | 'fall';
  words: string[];
  example: string;
  nearMiss: string;
};

const read = (name: string): string[] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const readWeights = (name: string): ReadonlyMap<string, number> =>
  new Map(
    read(name).map((line): [string, number] => {
      const [key = '', weight = ''] = line.split('\t');
      return [key, Number(weight)];
    }),
  );

/** Nats by stem; of a stem that is not listed see `weightOf`. */
export const wordWeights = readWeights('word-weights.tsv');
/** Log-odds by feature. */
export const pairWeights = readWeights('pair-weights.tsv');
/** One JSON object a line; the package's test runs the sentences of every line. */
export const headlineEntries: readonly HeadlineEntry[] = read('headlines.jsonl').map(
  (line) => JSON.parse(line) as HeadlineEntry, // shipped data, checked by the test
);
