import { type Profile, sharedBy, type WordBag } from './profile.ts';

const rareFrom = 4; // nats: a stem of fewer than one of fifty articles
const manyRare = 14; // so many shared rare stems are as good as certain
const manyInTitles = 5; // a title has hardly more of them

export type Shared = ReturnType<typeof sharedBy>;

/** What two reports share in their titles, and in all that is compared of them. */
export const sharedWords = (a: Profile, b: Profile): { titles: Shared; all: Shared } => ({
  titles: sharedBy(a.title, b.title, rareFrom),
  all: sharedBy(a.all, b.all, rareFrom),
});

/** What words say by themselves, whoever and whatever they speak of. */
export function wordFeatures(a: Profile, b: Profile, { titles, all }: ReturnType<typeof sharedWords>) {
  // A lesser event of an article has its sentence alone.
  const isTitled = a.title.sum > 0 && b.title.sum > 0;
  const shared = meets(a.numbers, b.numbers);
  return {
    bias: 1,
    titleCosine: isTitled ? titles.cosine : all.cosine,
    allCosine: all.cosine,
    titleInOther: meanShare(shareOf(a.title, b.all), shareOf(b.title, a.all)),
    rareShared: Math.min(all.rare, manyRare) / manyRare,
    rareInTitles: Math.min(titles.rare, manyInTitles) / manyInTitles,
    numberShared: Number(shared),
    numberApart: Number(!shared && a.numbers.size > 0 && b.numbers.size > 0),
  };
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** How much of the first bag stands in the second; null when the first is empty. */
const shareOf = (a: WordBag, b: WordBag): number | null =>
  a.sum > 0 ? sharedBy(a, b, rareFrom).nats / a.sum : null;

/** Of two shares, as far as there are any. */
function meanShare(one: number | null, two: number | null): number {
  if (one === null || two === null) return one ?? two ?? 0;
  return (one + two) / 2;
}
