import { type Candidate, candidateLike } from '../candidates.ts';
import { isAuthority } from '../parties/crowds.ts';
import type { Parties } from '../parties/party.ts';
import { shelled } from '../parties/party-able.ts';
import { hasMeans } from '../wordings/means.ts';
import { standsIn } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';

const vagueTypes = new Set<string>(['?strike', '?target']);

/** A strike without means is of the kind the article opens with: the raids a report lists are its raids. */
export function withMainMeans(each: Candidate, told: readonly Candidate[]): Candidate {
  if (!vagueTypes.has(each.trigger.entry.type) || hasMeans(each.sentence, each.trigger)) return each;
  const opening = told.find(
    ({ type, sentence, trigger }) =>
      shelled.has(type) && sentence.zone !== 'body' && hasMeans(sentence, trigger),
  );
  return opening && opening !== each ? candidateLike(each, { type: opening.type }) : each;
}

const crowdWords = wordList(['$protest-noun', '$crowd', 'مسيرة', 'مسيرات', 'مواجهات', 'المواجهات', 'صدامات']);
const armedWords = wordList(['مسلحة', 'المسلحة', 'مسلحين', 'مسلحون', 'عسكرية']);
const gunfire = /^\?(?:shoot|kill|harm)$/;

/** Shots at a crowd are part of the protest the article tells of: annotation guideline, section 12. */
export function withCrowd(each: Candidate, told: readonly Candidate[]): Candidate {
  if (each.type !== 'armed_attack' || !gunfire.test(each.trigger.entry.type)) return each;
  if (!told.some(({ type, isBackground }) => type === 'protest' && !isBackground)) return each;
  const { field, from, to } = each.sentence;
  const isOfCrowd =
    standsIn(crowdWords, field.readings, from, to) && !standsIn(armedWords, field.readings, from, to);
  return isOfCrowd ? candidateLike(each, { type: 'protest', parties: facing(each) }) : each;
}

/** Who shot at a crowd is who it faced. */
function facing({ sentence, parties }: Candidate): Parties {
  const shot = parties.actors.filter(({ span }) =>
    sentence.parties.some((each) => each.start === span.start && isAuthority(each)),
  );
  return {
    actors: [],
    targets: shot,
    victims: [...parties.victims, ...parties.targets],
  };
}
