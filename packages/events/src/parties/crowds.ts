import type { PartyMention } from '@rasid/actors';
import type { Party } from '@rasid/contracts';
import { type EventTypeId, typesWith } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import { isState, type Parties, type Role, toParty } from './party.ts';
import { againstWords, elsewhereWords } from './party-words.ts';
import { powers } from './sectors.ts';

/** Types whose doers are people who gather. */
export const crowds = typesWith('doer', 'crowd');

/** Who a gathering is against or held back by, never who gathers. */
export const isAuthority = ({ sector }: PartyMention): boolean => powers.has(sector ?? '');

const beforeReach = 3; // tokens from "أمام" to the seat: "أمام مدخل مبنى البرلمان"

/** People gather, whatever they are; what they gather against or before the seat of is the target. */
export function crowdRole(
  { field }: Sentence,
  mention: PartyMention,
  before: string,
  type: EventTypeId,
): Role | null {
  if (againstWords.has(before)) return 'targets';
  const { kind, number, canon, from, rule } = mention;
  if (rule === 'others' || (before === 'مع' && type === 'protest')) return null; // "تضامنا مع الأسرى"
  if (isOrganiser(field.tokens[from - 1]?.key ?? '', kind)) return 'actors';
  if (isAuthority(mention)) {
    if (type !== 'protest' || kind === 'office') return null;
    for (let at = from - 1; at >= from - beforeReach; at--)
      if (/^[وب]?امام$/u.test(field.tokens[at]?.key ?? '')) return 'targets';
    return null;
  }
  if (kind === 'adjective' || elsewhereWords.has(before) || isState(canon)) return null;
  return number === 'one' && kind !== 'institution' && type === 'protest' ? null : 'actors'; // one person is no crowd
}

/** "نظمت اللجنة السويسرية مظاهرة": who calls for it takes part, whatever body it is. */
const isOrganiser = (before: string, kind: PartyMention['kind']): boolean =>
  (kind === 'institution' || kind === 'registered' || kind === 'group') &&
  /^[وف]?(?:[يت]?نظمت?|تنظيم|دعا|دعت|[يت]دعو)$/u.test(before);

/** The people of a protest are its protesters; where its sentences name none, those the article calls so. */
export function withProtesters(type: EventTypeId, parties: Parties, sentences: readonly Sentence[]): Parties {
  if (type !== 'protest') return parties;
  const named = parties.actors.map((each) =>
    each.canon === 'civilians' ? { ...each, canon: protesters, sector: 'OPP' } : each,
  );
  const actors = named.length > 0 ? named : protestersIn(sentences);
  return { ...parties, actors };
}
const protesters = 'protesters';

function protestersIn(sentences: readonly Sentence[]): Party[] {
  for (const sentence of sentences)
    for (const mention of sentence.parties)
      if (mention.canon === protesters && mention.number === 'many') return [toParty(sentence, mention)];
  return [];
}
