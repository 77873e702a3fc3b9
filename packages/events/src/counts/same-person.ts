import { lookupKey, mapped } from '@rasid/arabic';
import type { Count } from '@rasid/contracts';
import type { Sentence } from '../text/reading.ts';
import { claimLike } from './count.ts';
import type { CountClaim } from './counts.ts';

const isOne = ({ min, max }: Count): boolean => min === 1 && max === 1;

/** "أصيب الصحفي … قبل أن يقضي متأثرا بجراحه": the one wounded died, and is counted once. */
export function withDeaths(sentence: Sentence, told: readonly CountClaim[]): CountClaim[] {
  const claims = mapped(told, (each) =>
    each.kind === 'wounded' && hasFatalWounds(sentence, each.at) ? claimLike(each, 'killed') : each,
  );
  const hurt = claims.find(({ kind, count }) => kind === 'wounded' && isOne(count));
  if (!hurt || !diedOfWounds(sentence, hurt.at)) return claims;
  const dead = claims.some(({ kind }) => kind === 'killed');
  return claims.flatMap((each) => (each !== hurt ? [each] : dead ? [] : [claimLike(each, 'killed')]));
}

const fatalReach = 6; // words from those wounded to "fatal": "شخصين مصابين بجروح مميتة"

/** "شخصين مصابين بجروح مميتة": they are dead. */
function hasFatalWounds({ field: { tokens }, to }: Sentence, from: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + fatalReach); at++)
    if (fatal.test(tokens[at]?.key ?? '')) return wounds.test(tokens[at - 1]?.key ?? '');
  return false;
}
const fatal = /^(?:مميت|قاتل)ه$/u;
const wounds = /^ب?(?:جروح|جراح|اصاب(?:ه|ات)|طلق(?:ه|ات)|طعن(?:ه|ات)|ضرب(?:ه|ات))$/u;

function diedOfWounds({ field: { tokens }, to }: Sentence, from: number): boolean {
  for (let at = from; at < to - 1; at++)
    if (/^متاثر(?:ا|ه)$/u.test(tokens[at]?.key ?? '')) return ofWounds.test(tokens[at + 1]?.key ?? '');
  return false;
}
const ofWounds = /^ب(?:جراح|جروح|اصاب(?:ت|ات))(?:ه|ها)$/u;

const bare = /^و?(?:ال\S+|اصابت(?:ه|ها))$/u;

/** "استشهد شاب … أصيب الشاب برصاص": the one killed, told of again by a definite word or by the same name. */
export function isSamePerson(killed: Count, wounded: Count): boolean {
  if (!isOne(killed) || !isOne(wounded)) return false;
  const words = lookupKey(wounded.text).split(' ');
  if (words.length === 1) return bare.test(words[0] ?? '');
  const known = new Set(lookupKey(killed.text).split(' '));
  return words.some((word) => word.length >= nameLength && known.has(word));
}
const nameLength = 4; // letters of a name that two people seldom share, the title's "ابن" aside
