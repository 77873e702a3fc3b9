import type { Genre } from '@rasid/contracts';
import { model } from './data.ts';
import { type Features, featuresOf } from './features.ts';
import type { Merged } from './merge.ts';

export type Judged = Merged & { confidence: number };

const maxEvents = 8; // foreground events of one article: annotation guideline, head
const maxBackground = 5;

/** The incidents that are likely enough to be events, with that likelihood; reading order is kept. */
export function judge(
  merged: readonly Merged[],
  genre: Genre,
  sentences: number,
): { kept: Judged[]; left: Judged[] } {
  const kept: Judged[] = [];
  const left: Judged[] = [];
  for (const each of merged) {
    const confidence = likelihood(featuresOf(each, kept, genre, sentences));
    const threshold = each.head.isBackground ? model.backgroundThreshold : model.threshold;
    (confidence >= threshold ? kept : left).push({ ...each, confidence });
  }
  const strongest = (list: Judged[], most: number) =>
    new Set([...list].sort((a, b) => b.confidence - a.confidence).slice(0, most));
  const news = strongest(
    kept.filter(({ head }) => !head.isBackground),
    maxEvents,
  );
  const past = strongest(
    kept.filter(({ head }) => head.isBackground),
    maxBackground,
  );
  return { kept: kept.filter((each) => news.has(each) || past.has(each)), left };
}

/** Logistic regression over the features; weights are fitted on the development articles (docs/quality.md). */
function likelihood(features: Features): number {
  let sum = model.bias;
  for (const [name, value] of Object.entries(features)) sum += value * (model.weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
