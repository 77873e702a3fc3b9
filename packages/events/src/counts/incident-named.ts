import { keptOf } from '@rasid/arabic';
import type { Sentence } from '../text/reading.ts';
import { leadsTo } from './leads-to.ts';

const isIncident = keptOf((key) =>
  /^ال(?:حادث|حادثه|هجوم|انفجار|تفجير|غاره|غارات|قصف|اشتباك|اشتباكات|معارك|مواجهات|واقعه|زلزال|كارثه|حريق|اعتداء)$/u.test(
    key,
  ),
);
const isOutcome = keptOf((key) => leadsTo.test(key));
const isWithin = keptOf((key) => /^(?:في|خلال|جراء|اثر|نتيجه|بسبب)$/u.test(key));

/** "إن الحادث خلف أربعة مصابين", "أصيب ثلاثة في الحادث": the incident told before, however far. */
export function namesIncident({ field: { tokens }, from, to }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token || !isIncident(token)) continue;
    const before = at > from ? tokens[at - 1] : undefined;
    if (before && isWithin(before)) return true;
    if ([1, 2, -1, -2].some((step) => isOutcomeAt(tokens, at + step, from, to))) return true;
  }
  return false;
}

const isOutcomeAt = (tokens: Sentence['field']['tokens'], at: number, from: number, to: number): boolean => {
  const token = at >= from && at < to ? tokens[at] : undefined;
  return token !== undefined && isOutcome(token);
};
