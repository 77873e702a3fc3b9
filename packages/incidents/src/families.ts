import type { EventTypeId } from '@rasid/contracts';

/** Types that outlets confuse when they tell of one incident. From the ontology's confusion groups. */
const groups: EventTypeId[][] = [
  ['armed_clash', 'armed_attack', 'security_operation', 'riot'],
  ['air_drone_strike', 'shelling_missile', 'bombing', 'interception_defusal'],
  ['security_operation', 'arrest', 'seizure'],
  ['armed_attack', 'violent_crime', 'detainee_abuse_execution', 'bombing'],
  ['abduction', 'arrest'],
  ['protest', 'riot'],
  ['diplomatic_meeting', 'agreement', 'ceasefire', 'official_stance'],
  ['sanctions_rupture', 'official_stance', 'government_decision'],
  ['government_decision', 'economic_measure', 'restriction_closure'],
  ['judicial_proceeding', 'arrest'],
  ['displacement_return', 'restriction_closure', 'humanitarian_aid'],
  ['natural_disaster', 'accident'],
  ['territorial_change', 'force_deployment', 'armed_clash'],
  ['leadership_change', 'government_decision', 'election'],
  ['prisoner_release', 'agreement', 'judicial_proceeding'],
  ['property_destruction', 'riot', 'armed_attack'],
];

const confused = new Set(groups.flatMap((group) => group.flatMap((a) => group.map((b) => `${a} ${b}`))));

/** 1 for the same type, 0.5 for two that are confused, 0 otherwise. */
export function typeAffinity(a: EventTypeId, b: EventTypeId): number {
  if (a === b) return 1;
  return confused.has(`${a} ${b}`) ? 0.5 : 0;
}

/** All types an incident of this type may be told as. */
export const relatedTypes = (type: EventTypeId): EventTypeId[] => [
  ...new Set([type, ...groups.filter((group) => group.includes(type)).flat()]),
];
