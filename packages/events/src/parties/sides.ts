import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { isBacking } from './allies.ts';
import { cliticOf } from './party.ts';
import { isUnorganised } from './sectors.ts';

const betweenReach = 16; // tokens from a clash or talks to "بين"
const partyReach = 6; // tokens from "بين" or "مع" to the party: "بين مقاتلين من أبناء", "مع وفد من"
const listReach = 6; // tokens from one side to the next: "من جهة،" stands between
const breaks = /^(?:في|علي|خلال|منذ|بعد|عقب|حول|بشان|الي|عند|ان|حيث|قرب)$/u;

/** The parties that stand side by side: "بين س من جهة وص من جهة أخرى", "س مع ص"; empty where the sentence shows no sides. */
export function sidesOf(
  sentence: Sentence,
  trigger: Trigger,
  [first, last]: readonly [number, number],
  parties: readonly PartyMention[],
): PartyMention[] {
  const { tokens } = sentence.field;
  const able = mayAct(parties);
  for (let at = trigger.from + 1; at < Math.min(last, trigger.to + betweenReach); at++)
    if (tokens[at]?.key === 'بين') return listFrom(sentence, able, at, last);
  for (let at = Math.max(first, trigger.from - 2); at < Math.min(last, trigger.to + betweenReach); at++) {
    if (tokens[at]?.key !== 'مع') continue;
    const others = listFrom(sentence, able, at, last);
    if (others.length === 0) return [];
    const before = opensAfterwards(sentence, first)
      ? mayAct(sentence.parties.filter(({ to }) => to <= first))
      : able.filter(({ to }) => to <= at && to > first);
    const subjects = subjectsOf(
      sentence,
      isAfterwards(sentence, trigger, first) ? free(sentence, before) : before,
    );
    return subjects.length > 0 ? [...subjects, ...others] : [];
  }
  return [];
}

const mayAct = (parties: readonly PartyMention[]) =>
  parties.filter((each) => each.canAct && each.kind !== 'adjective' && !isUnorganised(each));

/** "، عقب اشتباكات مع س": a clause that only tells the occasion of the one before it. */
const opensAfterwards = ({ field, from }: Sentence, first: number): boolean =>
  first > from && /^(?:عقب|بعد)$/u.test(field.tokens[first]?.key ?? '');

/** "تمكن الجيش من السيطرة على … بعد اشتباكات مع س": what is told as the occasion of the deed has its subject. */
const isAfterwards = ({ field: { tokens } }: Sentence, { from }: Trigger, first: number): boolean =>
  [1, 2].some(
    (back) =>
      from - back >= first && /^(?:بعد|عقب|اثر|خلال|وسط|جراء|في)$/u.test(tokens[from - back]?.key ?? ''),
  );

/** Those no preposition governs, nor what is joined to one it governs: "باتجاه مقر س وإدارة ص". */
function free(sentence: Sentence, before: readonly PartyMention[]): readonly PartyMention[] {
  const [first] = before;
  const end = before.findIndex(
    (each) => isGoverned(sentence, each) && !isBacking(sentence, each, cliticOf(sentence, each)),
  );
  return end > 0 && first ? before.slice(0, end) : before;
}

const isGoverned = (sentence: Sentence, mention: PartyMention): boolean =>
  /[بل]/u.test(cliticOf(sentence, mention)) ||
  [1, 2].some((back) => governing.test(sentence.field.tokens[mention.from - back]?.key ?? '')); // "باتجاه مبنى س"
const governing = /^(?:في|من|الي|علي|عن|باتجاه|نحو|ضد|قرب|تجاه|مقر)$/u;

/** "الجيش والمقاومة", "الجيش، مسنودا بالمقاومة": the last party named with those it is joined to. */
function subjectsOf(sentence: Sentence, before: readonly PartyMention[]): PartyMention[] {
  const subjects: PartyMention[] = [];
  for (let at = before.length - 1; at >= 0; at--) {
    const each = before[at];
    if (!each) break;
    subjects.unshift(each);
    const previous = before[at - 1];
    const isNear = previous !== undefined && each.from - previous.to <= listReach;
    const clitic = cliticOf(sentence, each);
    if (
      !isNear ||
      !((clitic.includes('و') && each.from - previous.to <= 1) || isBacking(sentence, each, clitic))
    )
      break;
  }
  return subjects;
}

/** The parties of a list that begins behind a preposition. */
function listFrom(
  sentence: Sentence,
  parties: readonly PartyMention[],
  at: number,
  last: number,
): PartyMention[] {
  const sides: PartyMention[] = [];
  let end = at + 1;
  for (const each of parties) {
    if (each.from <= at || each.from >= last) continue;
    const reach = sides.length === 0 ? partyReach : listReach;
    if (each.from - end > reach || isBroken(sentence, end, each.from)) break;
    const isBeside = isBacking(sentence, each, cliticOf(sentence, each));
    if (sides.length > 0 && !isBeside && !isJoined(sentence, end, each)) break;
    sides.push(each);
    end = each.to;
  }
  return sides;
}

function isBroken({ field }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (breaks.test(field.tokens[at]?.key ?? '')) return true;
  return false;
}

/** "وص", "وبين ص", "و«ص»": something joins it to the side before. */
function isJoined(sentence: Sentence, from: number, mention: PartyMention): boolean {
  if (cliticOf(sentence, mention).includes('و')) return true;
  for (let at = from; at < mention.from; at++)
    if (/^و/u.test(sentence.field.tokens[at]?.key ?? '')) return true;
  return false;
}
