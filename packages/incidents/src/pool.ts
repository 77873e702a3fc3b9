import { contentHash } from '@rasid/contracts';
import { fitsOne } from './groups.ts';
import { mostWeighed, type Neighbourhood, touches } from './neighbourhood.ts';
import type { Report } from './report.ts';

export type Pool = ReturnType<typeof createPool>;

/** The neighbourhoods in hand: those that were read, as one article changes them. */
export function createPool(initial: readonly Neighbourhood[]) {
  const read = new Map<string, Neighbourhood>();
  const all = new Map<string, Neighbourhood>();
  const touched = new Set<string>();
  const meet = (found: readonly Neighbourhood[]): void => {
    for (const neighbourhood of found) {
      if (read.has(neighbourhood.id)) continue;
      read.set(neighbourhood.id, neighbourhood);
      all.set(neighbourhood.id, neighbourhood);
    }
  };
  const change = (neighbourhood: Neighbourhood): void => {
    all.set(neighbourhood.id, neighbourhood);
    touched.add(neighbourhood.id);
  };
  meet(initial);

  return {
    meet,
    reportsOf: (articleId: string) =>
      [...all.values()].flatMap(({ reports }) => reports.filter((one) => one.articleId === articleId)),

    replace(report: Report): void {
      for (const neighbourhood of all.values()) {
        const at = neighbourhood.reports.findIndex((one) => isSame(one, report));
        if (at >= 0) change({ ...neighbourhood, reports: neighbourhood.reports.with(at, report) });
      }
    },

    /** Puts a report with all it has to be weighed with. */
    place(report: Report): void {
      const parts = partsFor(report, [...all.values()]);
      for (const { id } of parts) {
        all.delete(id);
        touched.delete(id);
      }
      change(united(parts, report));
    },

    touched: () => [...touched].flatMap((id) => all.get(id) ?? []),
    /** Neighbourhoods as they were read that this article changes or that went into others. */
    read: () => [...read.values()].filter(({ id }) => touched.has(id) || !all.has(id)),
  };
}

/** Where the report belongs: with its earlier revisions, and with what it fits; past the limit only with what it fits best. */
function partsFor(report: Report, all: readonly Neighbourhood[]): Neighbourhood[] {
  const parts = all.filter((one) => isKin(report, one));
  const near = all
    .filter((one) => !parts.includes(one))
    .map((neighbourhood) => ({ neighbourhood, fit: touches(report, neighbourhood) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || (a.neighbourhood.id < b.neighbourhood.id ? -1 : 1));
  let size = parts.reduce((sum, { reports }) => sum + reports.length, 1);
  for (const { neighbourhood } of near) {
    const isMuch = size + neighbourhood.reports.length > mostWeighed;
    if (isMuch && (parts.length > 0 || !fitsOne(report, neighbourhood))) continue;
    parts.push(neighbourhood);
    size += neighbourhood.reports.length;
  }
  return parts;
}

const united = (parts: readonly Neighbourhood[], report: Report): Neighbourhood => ({
  id: parts[0]?.id ?? `nbh_${contentHash(report.key).slice(0, 14)}`,
  reports: [...parts.flatMap(({ reports }) => reports).filter((one) => !isSame(one, report)), report],
  rulings: parts.flatMap(({ rulings }) => rulings),
  heads: parts.flatMap(({ heads }) => heads),
});

const isSame = (one: Report, other: Report): boolean =>
  one.key === other.key && one.recordId === other.recordId;

/** Holds what an earlier revision of the article told in this report's place, or was told it holds it. */
const isKin = (report: Report, { reports }: Neighbourhood): boolean =>
  reports.some(
    (other) =>
      other.articleId === report.articleId &&
      (other.successor === report.key || report.successor === other.key || other.key === report.key),
  );
