import { contained, cosine, type Profile, type WordBag } from './profile.ts';

const rareFrom = 4; // nats: a stem of fewer than one of fifty articles
const manyRare = 14; // so many shared rare stems are as good as certain
const manyInTitles = 5; // a title has hardly more of them

/** What words say by themselves, whoever and whatever they speak of. */
export function wordFeatures(a: Profile, b: Profile) {
  const all = cosine(a.all, b.all);
  // A lesser event of an article has its sentence alone.
  const isTitled = a.title.sum > 0 && b.title.sum > 0;
  const shared = [...a.numbers].some((number) => b.numbers.has(number));
  return {
    bias: 1,
    titleCosine: isTitled ? cosine(a.title, b.title) : all,
    allCosine: all,
    titleInOther: meanShare([a.title, b.all], [b.title, a.all]),
    rareShared: rareShared(a.all, b.all, manyRare),
    rareInTitles: rareShared(a.title, b.title, manyInTitles),
    numberShared: Number(shared),
    numberApart: Number(!shared && a.numbers.size > 0 && b.numbers.size > 0),
  };
}

/** How many rare stems stand in both, as a share of so many as matter. */
function rareShared(a: WordBag, b: WordBag, most: number): number {
  let count = 0;
  for (const [stem, weight] of a.weights) if (weight >= rareFrom && b.weights.has(stem)) count++;
  return Math.min(count, most) / most;
}

/** How much of each first bag stands in its second, on average; of bags that are empty nothing is said. */
function meanShare(...pairs: [WordBag, WordBag][]): number {
  const shares = pairs.flatMap(([one, other]) => (one.sum > 0 ? [contained(one, other)] : []));
  return shares.reduce((sum, value) => sum + value, 0) / Math.max(shares.length, 1);
}
