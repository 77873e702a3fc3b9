export type ScoredPage = { id: string; url: string; text: string; bytes: Uint8Array };
export function readPages(list: string | null): ScoredPage[];
export function score(
  pages: readonly ScoredPage[],
  texts: readonly string[],
): { precision: number; recall: number; f1: number };
