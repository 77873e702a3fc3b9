import { type Candidate, candidateLike } from '../candidates.ts';
import { isLearnt } from '../marks.ts';
import { crowds as gathering, isAuthority } from '../parties/crowds.ts';
import type { Parties } from '../parties/party.ts';
import { shelled } from '../parties/party-able.ts';
import { irregulars } from '../parties/sectors.ts';
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
const brawlWords = wordList(['#اشتباك', 'اشتباكات', 'مواجهة', 'مواجهات', '#صدام', 'صدامات']);

/** Shots at a crowd are part of the protest the article tells of, its brawls with the police too: annotation guideline, section 12. */
export function withCrowd(each: Candidate, told: readonly Candidate[]): Candidate {
  if (each.type === 'armed_clash') return isBrawl(each) ? withGathering(each, told) : each;
  if (each.type !== 'armed_attack' || !gunfire.test(each.trigger.entry.type)) return each;
  if (!told.some(({ type, isBackground }) => type === 'protest' && !isBackground)) return each;
  const { field, from, to } = each.sentence;
  const isOfCrowd =
    standsIn(crowdWords, field.readings, from, to) && !standsIn(armedWords, field.readings, from, to);
  return isOfCrowd ? candidateLike(each, { type: 'protest', parties: facing(each) }) : each;
}

/** "اشتباكات مع الشرطة", and no side of it is an armed group. */
function isBrawl({ sentence: { field, parties, from, to }, trigger }: Candidate): boolean {
  return (
    standsIn(brawlWords, field.readings, trigger.from, trigger.to) &&
    !standsIn(armedWords, field.readings, from, to) &&
    !parties.some(({ sector }) => irregulars.has(sector ?? ''))
  );
}

/** In an article that opens with a gathering and tells of no battle its clashes are what became of it. */
function withGathering(each: Candidate, told: readonly Candidate[]): Candidate {
  if (told.some((other) => other.type === 'armed_clash' && !isLearnt(other.trigger) && !isBrawl(other)))
    return each;
  const opening = told.filter(
    ({ type, trigger, isBackground, sentence }) =>
      gathering.has(type) && !isLearnt(trigger) && !isBackground && sentence.zone !== 'body',
  );
  const gathered = opening.find(({ type }) => type === 'riot') ?? opening[0];
  return gathered ? candidateLike(each, { type: gathered.type, parties: facing(each) }) : each;
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
