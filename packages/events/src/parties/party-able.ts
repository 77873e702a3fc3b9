import type { PartyMention } from '@rasid/actors';
import { lookupKey } from '@rasid/arabic';
import { type EventTypeId, typesWith } from '../data.ts';
import { isNamedPerson } from '../text/titles.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { nobody } from './harmed.ts';
import { isState, taking } from './party.ts';
import { armedOrCourt, lawful, rescuers, unorganised } from './sectors.ts';

/** Unarmed people protest, riot and hurt each other by a verb; they strike, arrest and decree nothing. */
export function mayAct(
  { sector, text, kind, canon, number }: PartyMention,
  type: EventTypeId,
  isSubject: boolean,
  isInside = false,
): boolean {
  const by = sector ?? '';
  if (nobody.test(lookupKey(text))) return false;
  if (unorganised.has(by) && (organised.has(type) || (attacks.has(type) && !isSubject))) return false;
  if (unorganised.has(by) && type === 'property_destruction') return isSubject && number !== 'one'; // "أضرم مستوطنون النار"
  if (shelled.has(type)) return shoots(sector, kind) && !isRescue(canon);
  if (type === 'armed_attack' && by === 'COP') return isInside; // "فتحت الشرطة النار"
  if (type === 'violent_crime') return !rescuers.has(by) && !lawful.has(by);
  if (type === 'detainee_abuse_execution') return !rescuers.has(by);
  if (type === 'bombing' || type === 'armed_attack') return isInside || !lawful.has(by);
  return !(
    by === 'CRM' &&
    (type === 'judicial_proceeding' || type === 'arrest' || type === 'security_operation')
  );
}
export const shelled = typesWith('force', 'remote');
/** Guns and aircraft are a force's or a state's; a person gives the order, a rescuer comes afterwards. */
const shoots = (sector: string | null, kind: PartyMention['kind']): boolean =>
  kind !== 'person' && (kind !== 'office' && kind !== 'generic' ? true : armedOrCourt.has(sector ?? ''));
const isRescue = (canon: string | null): boolean => canon?.endsWith('civil_defence') === true;
/** Who is appointed or dismissed. */
export const takesOffice = (mention: PartyMention): boolean =>
  mention.kind === 'office' || isNamedPerson(mention);
const attacks = typesWith('force', 'attack', 'blast', 'mob');
const organised = typesWith('doer', 'organised');

const objectReach = 6; // tokens between a strike and what it is on, the doer between them

/** A place is no target, and what stands far from a strike is not struck; only people are taken or dismissed. */
export function isTarget(mention: PartyMention, trigger: Trigger, type: EventTypeId): boolean {
  const { canon, kind, sector, number, canSuffer, from, text } = mention;
  const isCountry = isState(canon);
  if (!mention.canAct && !canSuffer) return false; // "بيان صادر عن الاتحاد" says it
  if (taking.has(type)) return canSuffer && !isCountry && kind !== 'institution';
  if (strikes.has(type) || type === 'armed_attack' || type === 'property_destruction')
    return (
      canSuffer &&
      !isCountry &&
      kind !== 'person' &&
      sector !== 'CRM' &&
      !/انتحار/u.test(text) && // who blows himself up is no target
      !isRescue(canon) &&
      from - trigger.to <= objectReach
    );
  if (type === 'leadership_change') return kind === 'person' || kind === 'office' || number === 'one';
  if (type === 'humanitarian_aid')
    return !isCountry && kind !== 'person' && number !== 'one' && sector !== 'MIL';
  if (type === 'government_decision') return number === 'one' && kind !== 'office' && kind !== 'institution';
  if (type === 'official_stance') return !unorganised.has(sector ?? '');
  return type === 'sanctions_rupture' || !isCountry;
}

/** Types of force whose noun belongs to its doer where one stands behind it. */
export const strikes = typesWith('force', 'remote', 'blast', 'interception');
