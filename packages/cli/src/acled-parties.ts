import { actorEntries } from '@rasid/actors';
import type { ExtractedEvent, Party } from '@rasid/contracts';

/** One side of an event in ACLED's columns: its name, who is meant more closely, its interaction code. */
export type Side = { name: string; assoc: string | null; inter: number | null };
export type Sides = { first: Side | null; second: Side | null };

/** Interaction codes (ACLED codebook 2023). */
const state = 1;
const rebels = 2;
const militia = 3;
const identity = 4;
const rioters = 5;
const protesters = 6;
const civilians = 7;
const external = 8;

/** Interaction codes by sector, of who is not in the registry. */
const bySector: Record<string, number> = {
  MIL: state,
  COP: state,
  GOV: state,
  JUD: state,
  SPY: state,
  LEG: state,
  REB: rebels,
  PRM: militia,
  PTY: militia,
  UAF: militia,
  CRM: militia,
  IGO: external,
};
/** Who has no weapons whatever it belongs to, so that the registry's code of its side does not count. */
const unarmed = new Set(['CVL', 'JRN', 'MED', 'REF', 'LAB', 'EDU', 'BUS', 'REL', 'NGO', 'HLH', 'OPP']);
const kin = /(?:^|\s)(?:ال|لل)?(?:قبائل|قبيلة|عشائر|عشيرة|قبلي|عشائري)/u;

const registry = new Map(actorEntries.map(({ id, inter }) => [id, inter]));

/** The interaction code of a party; forces of a state in another country are external. */
export function interOf(party: Party, country: string | null): number | null {
  if (kin.test(party.text)) return identity;
  const sector = party.sector ?? '';
  if (unarmed.has(sector)) return civilians;
  const code = registry.get(party.canon ?? '') ?? bySector[sector] ?? null;
  const isAbroad = country !== null && party.country !== null && party.country !== country;
  return code === state && isAbroad ? external : code;
}

/** Who stands against whom, as ACLED tells it: crowds and people under arms alike have a side even when nobody names it. */
export function sidesOf(event: ExtractedEvent, country: { code: string | null; name: string | null }): Sides {
  const acled = event.codes.acled;
  const of = country.name ? ` (${country.name})` : '';
  const side = (party: Party | undefined): Side | null => {
    if (!party) return null;
    const inter = interOf(party, country.code);
    return inter === civilians
      ? { name: `Civilians${of}`, assoc: party.text, inter }
      : { name: party.text, assoc: null, inter };
  };
  const { actors, targets, victims } = event;
  const named = (parties: readonly Party[]) => parties.map(({ text }) => text).join('; ') || null;
  if (acled?.eventType === 'Protests') {
    const against = [...targets, ...victims, ...actors].find(
      (party) => (interOf(party, country.code) ?? civilians) < identity,
    );
    const isOpposed = acled.subEventType !== 'Peaceful protest';
    return {
      first: { name: `Protesters${of}`, assoc: named(actors), inter: protesters },
      second: isOpposed ? side(against) : null,
    };
  }
  if (acled?.eventType === 'Riots')
    return {
      first: { name: `Rioters${of}`, assoc: named(actors), inter: rioters },
      second: side(targets[0] ?? victims[0]),
    };
  const against = side(targets[0] ?? victims[0] ?? actors[1]);
  if (actors[0]) return { first: side(actors[0]), second: against };
  const unknown = unnamed(acled, of);
  return unknown ? { first: unknown, second: against } : { first: against, second: null };
}

/** Who did what nobody is said to have done; null where an event needs no such side. */
function unnamed(acled: ExtractedEvent['codes']['acled'], of: string): Side | null {
  const isFar = /^(?:Air|Shelling)/.test(acled?.subEventType ?? '');
  if (isFar) return { name: 'Unidentified Military Forces', assoc: null, inter: external };
  return acled?.disorderType === 'Political violence'
    ? { name: `Unidentified Armed Group${of}`, assoc: null, inter: militia }
    : null;
}

/** Both codes as one number, the lesser first; one side alone is followed by 0. */
export function interactionOf({ first, second }: Sides): number | null {
  const codes = [first?.inter, second?.inter].flatMap((code) => (code ? [code] : [])).sort();
  const [low, high = 0] = codes;
  return low === undefined ? null : low * 10 + high;
}

/** Whether ACLED takes civilians for the main or only aim of an event. */
export const isCivilianTargeting = (acled: ExtractedEvent['codes']['acled'], { second }: Sides): boolean =>
  acled?.eventType === 'Violence against civilians' ||
  acled?.subEventType === 'Excessive force against protesters' ||
  (/^(?:Explosions|Riots)/.test(acled?.eventType ?? '') && second?.inter === civilians);
