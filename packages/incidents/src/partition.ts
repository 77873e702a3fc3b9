import type { Report } from './report.ts';

/** An operator's word on two reports: they tell one happening, or they do not. */
export type Ruling = { kind: 'merge' | 'split'; left: string; right: string };

const never = -1e9; // no average can win against it

/**
 * Groups reports into happenings by average linkage: the two groups whose reports fit best on average are joined, as
 * long as they rather fit than not. The answer depends on the set of reports alone, never on their order.
 * Groups and members are sorted by time of publication, then by key.
 */
export function partition(
  reports: readonly Report[],
  score: (a: Report, b: Report) => number,
  rulings: readonly Ruling[],
): Report[][] {
  const sorted = [...reports].sort(byTime);
  const matrix = scoreMatrix(sorted, score, rulings);
  const groups: (Report[] | null)[] = sorted.map((report) => [report]);
  for (const { kind, left, right } of rulings) {
    if (kind !== 'merge') continue;
    const [a, b] = [left, right].map((key) =>
      groups.findIndex((group) => group?.some((one) => one.key === key)),
    );
    if (a !== undefined && b !== undefined && a >= 0 && b >= 0 && a !== b)
      join(groups, matrix, Math.min(a, b), Math.max(a, b));
  }
  for (;;) {
    const best = bestPair(groups, matrix);
    if (!best) break;
    join(groups, matrix, best[0], best[1]);
  }
  return groups
    .flatMap((group) => (group ? [group.sort(byTime)] : []))
    .sort(([a], [b]) => (a && b ? byTime(a, b) : 0));
}

/** By time of publication, then by key: the order in which a reader would have met them. */
export const byTime = (a: Report, b: Report): number =>
  Date.parse(a.publishedAt) - Date.parse(b.publishedAt) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function scoreMatrix(
  reports: readonly Report[],
  score: (a: Report, b: Report) => number,
  rulings: readonly Ruling[],
): number[][] {
  const apart = new Set(
    rulings.flatMap(({ kind, left, right }) =>
      kind === 'split' ? [`${left} ${right}`, `${right} ${left}`] : [],
    ),
  );
  const matrix = reports.map(() => new Array<number>(reports.length).fill(0));
  for (const [at, a] of reports.entries()) {
    for (let to = at + 1; to < reports.length; to++) {
      const b = reports[to];
      if (!b) continue;
      // Two events of one article are two happenings: the extractor has joined what is one.
      const isApart = a.articleId === b.articleId || (apart.size > 0 && apart.has(`${a.key} ${b.key}`));
      set(matrix, at, to, isApart ? never : score(a, b));
    }
  }
  return matrix;
}

const get = (matrix: number[][], a: number, b: number): number => matrix[a]?.[b] ?? never;

function set(matrix: number[][], a: number, b: number, value: number): void {
  const [rowA, rowB] = [matrix[a], matrix[b]];
  if (rowA) rowA[b] = value;
  if (rowB) rowB[a] = value;
}

/** The two groups that fit best; equal fits go to the earlier reports. */
function bestPair(groups: readonly (Report[] | null)[], matrix: number[][]): [number, number] | null {
  let best: [number, number] | null = null;
  let most = 0;
  for (let a = 0; a < groups.length; a++) {
    if (!groups[a]) continue;
    for (let b = a + 1; b < groups.length; b++) {
      if (!groups[b]) continue;
      const value = get(matrix, a, b);
      if (value > most) [best, most] = [[a, b], value];
    }
  }
  return best;
}

/** Joins the later group to the earlier; the score of the joined to any other is the average over all pairs. */
function join(groups: (Report[] | null)[], matrix: number[][], a: number, b: number): void {
  const [one, two] = [groups[a], groups[b]];
  if (!one || !two) return;
  for (let other = 0; other < groups.length; other++) {
    if (!groups[other] || other === a || other === b) continue;
    const sum = get(matrix, a, other) * one.length + get(matrix, b, other) * two.length;
    set(matrix, a, other, sum / (one.length + two.length));
  }
  groups[a] = [...one, ...two];
  groups[b] = null;
}
