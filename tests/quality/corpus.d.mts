type Range = [number, number | null];

export type Gold = {
  type: string;
  country: string;
  admin1: string;
  locality: string;
  counts: [string, Range][];
};
/** `date` is YYYY-MM-DD; an article without gold must yield no event in the foreground. */
export type OwnArticle = { id: string; date: string; title: string; text: string; gold: Gold | null };

export function readCorpus(): OwnArticle[];
