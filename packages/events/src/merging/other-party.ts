import type { Party } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import { typesWith } from '../data.ts';
import { isSame } from '../parties/party.ts';

/** Two meetings of one host: each names at least two parties, and they share the host only. */
export function hasOtherGuest(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const guests = partiesIn(candidate);
  if (guests.length < 2) return false;
  return mentions.some((each) => {
    const earlier = partiesIn(each);
    const shared = guests.filter((one) => earlier.some((other) => isSame(one, other))).length;
    const isTitled = each.sentence.zone === 'title' && candidate.sentence.zone === 'lead' && shared > 0;
    const isOne = isTitled && !(hasKnown(guests, earlier) && hasKnown(earlier, guests));
    return earlier.length > 1 && shared < 2 && !isOne;
  });
}

/** A party the others do not name that has a name: "وزير الخارجية" of the title is the minister the lead names. */
const hasKnown = (guests: readonly Party[], others: readonly Party[]): boolean =>
  guests.some((one) => one.canon !== null && !others.some((other) => isSame(one, other)));
const partiesIn = ({ parties: { actors, targets } }: Candidate) => [...actors, ...targets];

const ownActs = typesWith('doer', 'anew');

/** "كما أدانت ألمانيا …" behind a title of several states: nobody who acts here acted before. */
export function hasOtherDoer(
  mentions: readonly Candidate[],
  { type, sentence, parties }: Candidate,
): boolean {
  if (!ownActs.has(type) || sentence.zone === 'title' || parties.actors.length === 0) return false;
  const told = mentions.filter(
    (each) => each.type === type && each.sentence.zone !== 'title' && each.parties.actors.length > 0,
  );
  const acted = told.some((each) =>
    each.parties.actors.some((one) => parties.actors.some((other) => isSame(one, other))),
  );
  return told.length > 0 && !acted;
}
