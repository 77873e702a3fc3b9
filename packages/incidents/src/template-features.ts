import type { Profile } from './profile.ts';
import type { sharedWords } from './word-features.ts';

const nearlySame = 0.6; // of title and lead: templates with other names stay below, one wire text reworded lies above
const swapFrom = 0.5; // of the titles
const tellingFrom = 2.5; // nats: a nation, a town, a number

/** Whether two texts of like words are one text reworded, or one template filled in twice. */
export function templateFeatures(a: Profile, b: Profile, { titles, all }: ReturnType<typeof sharedWords>) {
  const isTitled = a.title.sum > 0 && b.title.sum > 0;
  const isSwapped = isTitled && titles.cosine >= swapFrom && swaps(a, b) && swaps(b, a);
  return {
    nearCopy: isSwapped ? 0 : Math.max(0, all.cosine - nearlySame) / (1 - nearlySame),
    titlesSwapped: Number(isSwapped),
    ordinalApart: Number(
      a.ordinals.length > 0 && b.ordinals.length > 0 && !a.ordinals.some((one) => b.ordinals.includes(one)),
    ),
  };
}

/** Has a word in its title that the other text does not know. */
const swaps = ({ title }: Profile, { all }: Profile): boolean =>
  title.stems.some((stem, at) => (title.nats[at] ?? 0) >= tellingFrom && !all.weights.has(stem));
