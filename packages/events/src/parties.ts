import type { PartyMention } from '@rasid/actors';
import { crowds, isAuthority } from './crowds.ts';
import type { EventTypeId } from './data.ts';
import { harmAt, harmedRole } from './harmed.ts';
import { isMarked } from './marks.ts';
import {
  add,
  authorities,
  cliticOf,
  isSame,
  isState,
  type Parties,
  type Role,
  symmetric,
  taking,
  toParty,
  wordBefore,
} from './party.ts';
import { isAlly, marked } from './party-marks.ts';
import { byOrder, isConjoined, patients } from './party-order.ts';
import { clauseAt, type Sentence } from './reading.ts';
import { sidesOf } from './sides.ts';
import { isOwnDeed, isSpeaker } from './speech.ts';
import { isOfHolder, isPlace, isTitle, tokenOfTitle } from './titles.ts';
import type { Trigger } from './triggers.ts';

const sided = new Set<EventTypeId>([...symmetric, 'prisoner_release', 'riot']); // "تبادل الأسرى بين س وص"
const reach = 16; // tokens between a trigger and its parties
const meetingReach = 32; // of those who meet: their titles stand between

/** Who did it, to whom, and who was harmed: by prepositions first, then by the order of the words. */
export function partiesOf(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  isAlone: boolean,
): Parties {
  const found: Parties = { actors: [], targets: [], victims: [] };
  const [first, last] = clauseAt(sentence, trigger.from);
  const clause = sentence.parties.filter(
    (each) => each.from >= first && each.to <= last && !isTitle(sentence, each) && !isPlace(sentence, each),
  );
  const near = clause.filter(
    (each) =>
      (patients.has(type) || !isOfHolder(sentence, each)) &&
      (each.from >= trigger.from - reach || isHead(sentence, each, first)) &&
      each.to <= trigger.to + (symmetric.has(type) && trigger.form.pos === 'verb' ? meetingReach : reach),
  );
  if (sided.has(type) && trigger.entry.roles === 'S') {
    const sides = sidesOf(sentence, trigger, [first, last], clause);
    if (sides.length > 1) {
      for (const side of sides)
        add(found, crowds.has(type) && isAuthority(side) ? 'targets' : 'actors', sentence, side);
      if (isAlone) addHarmed(found, sentence, trigger, type);
      return found;
    }
  }
  const open: PartyMention[] = [];
  const allies: PartyMention[] = [];
  let speaker: PartyMention | undefined;
  for (const [index, mention] of near.entries()) {
    if (isReporter(mention, type)) continue;
    if (type !== 'official_stance' && isSpeaker(sentence, mention)) {
      speaker ??= mention;
      continue;
    }
    if (!sided.has(type) && isAlly(sentence, mention)) {
      allies.push(mention);
      continue;
    }
    const joined = roleOf(found, near[index - 1]);
    const role =
      joined && isConjoined(sentence, near[index - 1], mention)
        ? joined
        : marked(sentence, trigger, type, mention, found);
    if (role === 'open') open.push(mention);
    else if (role) add(found, role, sentence, mention);
  }
  byOrder(
    found,
    sentence,
    trigger,
    type,
    open,
    speaker && isOwnDeed(sentence, trigger, speaker) ? speaker : null,
  );
  if (isAlone) addHarmed(found, sentence, trigger, type);
  if (found.actors.length === 0 && speaker && announces(speaker, type))
    add(found, 'actors', sentence, bodyOf(speaker));
  if (type === 'diplomatic_meeting' && found.actors.length === 1) {
    const host = clause.find((each) => isVisited(sentence, trigger, each));
    if (host) add(found, 'actors', sentence, host);
  }
  if (speaker && symmetric.has(type) && isCounterpart(sentence, found))
    add(found, 'actors', sentence, speaker);
  for (const ally of allies) add(found, 'actors', sentence, ally);
  return found;
}

/** A position that no rule reads is that of who speaks. */
export function ofSpeaker({ actors, targets, victims }: Parties, sentence: Sentence): Parties {
  const said = sentence.cues.find(({ speaker }) => speaker)?.speaker;
  if (!said || isReporter(said, 'diplomatic_meeting')) return { actors, targets, victims };
  const own = toParty(sentence, said);
  return { actors: [own], targets: targets.filter((each) => !isSame(each, own)), victims };
}

/** "وصل الرئيس إلى كينيا", "زيارة للأردن": the state a traveller goes to is the other side, where no other is named. */
const isVisited = (sentence: Sentence, trigger: Trigger, mention: PartyMention): boolean =>
  isMarked(trigger, 'travel') &&
  mention.from > trigger.from &&
  isState(mention.canon) &&
  mention.kind === 'registered' &&
  (wordBefore(sentence, mention) === 'الي' || cliticOf(sentence, mention).includes('ل'));

const counterpartReach = 3; // tokens from "نظيره" to the name: his nation and rank stand between

/** "أعلن الوزير أنه اتفق مع نظيره فلان": the counterpart is the speaker's. */
const isCounterpart = ({ field, parties }: Sentence, { actors }: Parties): boolean =>
  actors.length === 1 &&
  parties.some(
    ({ start, from }) =>
      actors[0]?.span.start === start &&
      [1, 2, counterpartReach].some((back) =>
        /^[ول]?نظير(?:ه|ته|ها|تها)$/u.test(field.tokens[from - back]?.key ?? ''),
      ),
  );

const headReach = 2; // tokens from the head of a clause to its subject: "أجرى الرئيس …"

const isHead = (sentence: Sentence, mention: PartyMention, first: number): boolean =>
  tokenOfTitle(sentence, mention) - first <= headReach;

/** The role a mention was given, if any. */
const roleOf = (found: Parties, mention: PartyMention | undefined): Role | undefined =>
  mention &&
  (['actors', 'targets'] as const).find((role) =>
    found[role].some(({ span }) => span.start >= mention.start && span.end <= mention.end),
  );

/** An arrest a spokesman tells of is his force's: "مدير شرطة المنطقة اللواء فلان". */
const bodyOf = (speaker: PartyMention): PartyMention =>
  (speaker.kind === 'person' || speaker.kind === 'office') && speaker.sector !== 'GOV'
    ? (speaker.nested.find(
        ({ kind, sector }) => kind !== 'person' && (sector === 'COP' || sector === 'MIL'),
      ) ?? speaker)
    : speaker;

/** Who announces an act of an authority does it; sentences are passed by courts alone. */
const announces = ({ sector }: PartyMention, type: EventTypeId): boolean =>
  announced.has(type) && (type === 'judicial_proceeding' ? sector === 'JUD' : authorities.has(sector ?? ''));

/** Who tells of it takes no part in it: agencies and papers never, monitors only where they act themselves. */
const isReporter = ({ sourceType, kind }: PartyMention, type: EventTypeId): boolean =>
  ((sourceType === 'agency' || sourceType === 'media') && kind !== 'person' && kind !== 'generic') ||
  (sourceType === 'ngo_monitor' && !acting.has(type));
const acting = new Set<EventTypeId>([
  'official_stance',
  'humanitarian_aid',
  'protest',
  'agreement',
  'diplomatic_meeting',
]);

/** The people harmed by the only happening of a sentence, wherever the sentence tells of them. */
function addHarmed(found: Parties, sentence: Sentence, trigger: Trigger, type: EventTypeId): void {
  if (taking.has(type) || crowds.has(type)) return;
  for (const mention of sentence.parties) {
    const harm = harmAt(sentence, mention);
    const role = harm < 0 ? null : harmedRole(sentence, trigger, type, mention, harm);
    if (role) add(found, role, sentence, mention);
  }
}

/** Acts of authorities: who announces them does them unless another is named. */
const announced = new Set<EventTypeId>([
  'security_operation',
  'arrest',
  'seizure',
  'judicial_proceeding',
  'government_decision',
  'economic_measure',
  'restriction_closure',
  'sanctions_rupture',
  'leadership_change',
  'territorial_change',
  'force_deployment',
]);
