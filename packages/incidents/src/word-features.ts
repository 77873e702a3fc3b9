import { contained, cosine, type Profile, type WordBag } from './profile.ts';

const rareFrom = 4; // nats: a stem of fewer than one of fifty articles
const manyRare = 14; // so many shared rare stems are as good as certain

/** What words say by themselves, whoever and whatever they speak of. */
export function wordFeatures(a: Profile, b: Profile) {
  let rare = 0;
  for (const [stem, weight] of a.all.weights) if (weight >= rareFrom && b.all.weights.has(stem)) rare++;
  const all = cosine(a.all, b.all);
  // A lesser event of an article has its sentence alone.
  const isTitled = a.title.sum > 0 && b.title.sum > 0;
  const titles = sharesOf([a.title, b.all], [b.title, a.all]);
  const openings = sharesOf([a.opening, b.all], [b.opening, a.all]);
  const shared = [...a.numbers].some((number) => b.numbers.has(number));
  return {
    bias: 1,
    titleCosine: isTitled ? cosine(a.title, b.title) : all,
    allCosine: all,
    titleInOther: mean(titles),
    titleInOtherLeast: titles.length > 0 ? Math.min(...titles) : 0,
    openingInOther: mean(openings),
    rareShared: Math.min(rare, manyRare) / manyRare,
    numberShared: Number(shared),
    numberApart: Number(!shared && a.numbers.size > 0 && b.numbers.size > 0),
  };
}

/** How much of each first bag stands in its second; of bags that are empty nothing is said. */
const sharesOf = (...pairs: [WordBag, WordBag][]): number[] =>
  pairs.flatMap(([one, other]) => (one.sum > 0 ? [contained(one, other)] : []));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
