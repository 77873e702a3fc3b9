import type { PartyMention } from '@rasid/actors';
import { typesWith } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import { tokenOfTitle } from '../text/titles.ts';
import { standsAt } from '../wordings/pattern.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { things } from './positions.ts';
import { forces } from './sectors.ts';

/** Types of force that are on things as well as people. */
export const struck = typesWith('force', 'remote', 'blast', 'attack', 'fight', 'mob');

/** "القنصلية", "مؤسسة الشهداء": an institution called by the house it is in is a thing that is struck. */
export const isBuilding = ({ field }: Sentence, { kind, from, to, sector }: PartyMention): boolean =>
  kind === 'institution' && !forces.has(sector ?? '') && standsAt(things, field.readings, from, to);

const suffers = /^[وف]?(?:ست?)?(?:تعرض|تعرضت|تتعرض|يتعرض|تعرضوا|نجا|نجت)$/u;
const sufferReach = 12; // tokens from "تعرضت" to what it suffered, its name and the day between

/** "تعرضت القنصلية لهجوم": the subject of what is suffered is the target. */
export function isPatient(sentence: Sentence, trigger: Trigger, mention: PartyMention): boolean {
  const { field } = sentence;
  const { to } = mention;
  const from = tokenOfTitle(sentence, mention); // "تعرض موكب رئيس الوزراء فلان للرشق"
  if (from >= trigger.to) return false;
  for (let at = Math.max(0, trigger.from - sufferReach); at <= trigger.from; at++)
    if (suffers.test(field.tokens[at]?.key ?? '')) return from - at <= 2 && (from > at || to === at);
  return false;
}

const aims = /^[وف]?(?:[تي]?ستهدف|استهدفت?)$/u;

/** "واستهدف الطيران …", "كما استهدفت القوات …": behind a verb that opens its clause stands who does it. */
export function isSubjectOfAim({ field, from: first }: Sentence, { from }: PartyMention): boolean {
  const at = from - 1;
  if (!aims.test(field.tokens[at]?.key ?? '')) return false;
  const before = field.tokens[at - 1];
  return (
    at <= first ||
    /^[وف]/u.test(field.tokens[at]?.key ?? '') ||
    before?.kind === 'punctuation' ||
    /^(?:كما|فيما|بينما|حيث|قد|و|ان)$/u.test(before?.key ?? '')
  );
}

/** "صاروخ أطلقته س", "مسيرة تابعة لس": whose weapon is shot down. */
export function isLauncher({ field }: Sentence, trigger: Trigger, { from }: PartyMention): boolean {
  if (from <= trigger.from) return false;
  for (let at = from - 1; at >= Math.max(trigger.from, from - 2); at--)
    if (/^(?:اطلق(?:ت)?(?:ه|ها|هم)|اطلقت|تابع(?:ه|تان|تين)?)$/u.test(field.tokens[at]?.key ?? ''))
      return true;
  return false;
}
