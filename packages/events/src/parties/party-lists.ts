import type { PartyMention } from '@rasid/actors';
import type { Party } from '@rasid/contracts';
import type { Sentence } from '../text/reading.ts';
import { isConjoined } from './conjoined.ts';
import { add, type Parties } from './party.ts';

/** "30 مسلحا من ميليشيا س": where the group has a part, its members have none of their own. */
export function withoutMembers(parties: Parties, { field: { text } }: Sentence): Parties {
  const all = [...parties.actors, ...parties.targets, ...parties.victims];
  const isMember = ({ span }: Party) =>
    members.test(span.text) &&
    all.some(
      (whole) => whole.span.start > span.end && text.slice(span.end, whole.span.start).trim() === 'من',
    );
  const wholes = (list: readonly Party[]) => list.filter((each) => !isMember(each));
  return {
    actors: wholes(parties.actors),
    targets: wholes(parties.targets),
    victims: wholes(parties.victims),
  };
}

const members = /^(?:ال)?(?:مسلح|عنصر|عناصر|مقاتل|أفراد|افراد|أعضاء|اعضاء|قيادي|قيادات)/u;

/** "تقول فرنسا وبريطانيا إن قواتها شنت …": who is joined to the one who says it did it too. */
export function addBeside(
  found: Parties,
  sentence: Sentence,
  self: PartyMention,
  near: readonly PartyMention[],
): void {
  let last = self;
  for (const each of near) {
    if (each.from < last.to || !isConjoined(sentence, last, each)) continue;
    add(found, 'actors', sentence, each);
    last = each;
  }
}
