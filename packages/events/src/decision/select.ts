import { model, typeEntry } from '../data.ts';
import { isLearnt } from '../marks.ts';
import type { Merged } from '../merging/merge.ts';
import { type ArticleSigns, tellFeatures } from './features.ts';

export type Judged = Merged & { likelihood: number };

const maxEvents = 8; // foreground events of one article: annotation guideline, head
const maxBackground = 5;
const shortText = 2; // sentences: an item of a feed says what happened and nothing else that could bear it out

/** The incidents that are likely enough to be events, with that likelihood, in reading order; and whether the article tells any. */
export function judge(
  merged: readonly Merged[],
  article: ArticleSigns,
): { kept: Judged[]; left: Judged[]; isNews: boolean } {
  const isShort = article.sentences <= shortText;
  const judged: Judged[] = [];
  const likely: Judged[] = [];
  for (const each of merged) {
    const likelihood = likelihoodOf(each, likely, article);
    const one: Judged = { head: each.head, mentions: each.mentions, likelihood };
    judged.push(one);
    if (one.likelihood >= thresholdOf(each, isShort)) likely.push(one);
  }
  const isNews = isRelevant(judged, article);
  const told = likely.filter((each) => isNews || each.head.isBackground || (isShort && isTold(each)));
  const single = told.filter((each) => !told.some((other) => isDoubleOf(each, other)));
  const [news, past] = [false, true].map((isBackground) =>
    single.filter(({ head }) => head.isBackground === isBackground),
  );
  const chosen = new Set([...strongest(news, maxEvents), ...strongest(past, maxBackground)]);
  return {
    kept: judged.filter((each) => chosen.has(each)),
    left: judged.filter((each) => !chosen.has(each)),
    isNews,
  };
}

const strongest = (list: readonly Judged[] = [], most: number): Judged[] =>
  [...list].sort((a, b) => b.likelihood - a.likelihood).slice(0, most);

/** Whether an article tells events at all, by its opening and by its likeliest one: else none of them is told. */
function isRelevant(judged: readonly Judged[], { relevance }: ArticleSigns): boolean {
  const { opening, likeliest, bias, least } = model.relevance;
  let most = 0;
  for (const { head, likelihood } of judged) if (!head.isBackground && likelihood > most) most = likelihood;
  return most > 0 && chance(bias + opening * relevance + likeliest * logitOf(most)) >= least;
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
const logitOf = (likelihood: number): number => Math.log(likelihood / (1 - likelihood));

/** Of two readings of one sentence that are easily taken for each other the weaker one goes, if one of them is learnt. */
function isDoubleOf(each: Judged, other: Judged): boolean {
  const isGuess = [each, other].some(({ head }) => isLearnt(head.trigger));
  if (each === other || !isGuess || each.likelihood > other.likelihood) return false;
  if (!typeEntry(each.head.type).confusable.includes(other.head.type)) return false;
  return each.mentions.every(({ sentence }) => other.mentions.some((told) => told.sentence === sentence));
}

/** The likelihood an incident needs; a part of another one, or one no rule reads, that of a long text in a short one too. */
function thresholdOf(each: Merged, isShort: boolean): number {
  if (each.head.isBackground) return model.backgroundThreshold;
  return isShort && isTold(each) ? model.shortThreshold : model.threshold;
}

/** Read by a rule, and not as a part of another one. */
const isTold = ({ head }: Merged): boolean => !head.taker && !isLearnt(head.trigger);

/** What a likelihood has meant on articles kept apart from the fit (Platt scaling): how often such an event is right. */
export function confidenceOf(likelihood: number): number {
  const { scale, shift } = model.calibration;
  return chance(scale * logitOf(likelihood) + shift);
}

/** Logistic regression over the features; `scripts/fit.mjs` fits its weights on annotated articles. */
function likelihoodOf(merged: Merged, earlier: readonly Merged[], article: ArticleSigns): number {
  let sum = model.bias;
  tellFeatures(merged, earlier, article, (name, value) => {
    if (value !== 0) sum += value * (model.weights[name] ?? 0); // most features of an incident are 0
  });
  return chance(sum);
}
