import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';
import { add, cliticOf, type Parties, type Role } from './party.ts';
import { unorganised } from './sectors.ts';

/** "الجيش والشرطة", "الحراس ومدير …، بالإضافة إلى قاصرين": what is joined to a party has its role. */
export function addConjoined(
  found: Parties,
  role: Role,
  sentence: Sentence,
  open: readonly PartyMention[],
): void {
  if (role === 'actors') addFirst(found, sentence, open);
  for (const [index, mention] of open.entries()) {
    const previous = open[index - 1];
    if (!previous || !isConjoined(sentence, previous, mention)) continue;
    if (found[role].some(({ span }) => span.start === previous.start)) add(found, role, sentence, mention);
  }
}

/** "س وص اتفقتا": who stands first is one of them too. */
function addFirst(found: Parties, sentence: Sentence, open: readonly PartyMention[]): void {
  for (let index = open.length - 1; index > 0; index--) {
    const [first, mention] = [open[index - 1], open[index]];
    if (!first?.canAct || !mention || first.kind === 'adjective' || unorganised.has(first.sector ?? ''))
      continue;
    const isActor = found.actors.some(({ span }) => span.start === mention.start);
    if (isActor && isConjoined(sentence, first, mention)) add(found, 'actors', sentence, first);
  }
}

/** Whether a mention goes on a list that the one before it is on. */
export function isConjoined(
  sentence: Sentence,
  previous: PartyMention | undefined,
  mention: PartyMention,
): boolean {
  if (!previous || mention.from - previous.to > listGap) return false;
  return cliticOf(sentence, mention).includes('و') && !isInterrupted(sentence, previous.to, mention.from);
}
const listGap = 4; // tokens of what a name goes on with: "حراس المسجد الأقصى ومدير …"

/** A preposition or a clause of its own ends the name before a conjunction. */
function isInterrupted({ field }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      /^(?:في|من|علي|الي|عن|مع|ان|التي|الذي|الذين|خلال|بعد|عند)$|^[،,.]$/u.test(field.tokens[at]?.key ?? '')
    )
      return true;
  return false;
}
