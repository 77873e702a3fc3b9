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

type Where = { code: string | null; name: string | null };

/** Who stands against whom, as ACLED tells it: crowds and people under arms alike have a side even when nobody names it. */
export function sidesOf(event: ExtractedEvent, country: Where): Sides {
  const { actors, targets, victims } = event;
  const acled = event.codes.acled;
  const of = country.name ? ` (${country.name})` : '';
  const harmed = [...targets, ...victims];
  const named = actors.map(({ text }) => text).join('; ') || null;
  const isArmed = (party: Party) => fighting.has(interOf(party, country.code) ?? 0);
  const second = (party: Party | undefined) => party && harmedSide(party, country, of);
  if (acled?.eventType === 'Protests') {
    const isOpposed = acled.subEventType !== 'Peaceful protest';
    const against = isOpposed ? [...harmed, ...actors].find(isArmed) : undefined;
    return {
      first: { name: `Protesters${of}`, assoc: named, inter: protesters },
      second: second(against) ?? null,
    };
  }
  if (acled?.eventType === 'Riots')
    return {
      first: { name: `Rioters${of}`, assoc: named, inter: rioters },
      second: second(harmed[0]) ?? null,
    };
  const isViolent = acled?.disorderType === 'Political violence';
  const doer = actors[0] && doerSide(actors[0], country, isViolent);
  if (acled?.eventType === 'Battles') {
    const other = [...targets, ...actors.slice(1), ...victims].find(isArmed);
    const unknown = unnamed(acled, of);
    return { first: doer ?? unknown, second: second(other) ?? unknown };
  }
  const against = second(harmed[0] ?? actors[1]) ?? null;
  const first = doer ?? unnamed(acled, of);
  return first ? { first, second: against } : { first: against, second: null };
}

const fighting = new Set([state, rebels, militia, identity, external]);

/** Who does violence is under arms, whatever it is called: "the man", someone of a name nobody knows. */
function doerSide(party: Party, { code }: Where, isViolent: boolean): Side {
  const inter = interOf(party, code);
  const isOpen = inter === null || inter === civilians;
  return { name: party.text, assoc: null, inter: isViolent && isOpen ? militia : inter };
}

/** Who suffers it is a civilian unless it is known to be something else. */
function harmedSide(party: Party, { code }: Where, of: string): Side {
  const inter = interOf(party, code) ?? civilians;
  return inter === civilians
    ? { name: `Civilians${of}`, assoc: party.text, inter }
    : { name: party.text, assoc: null, inter };
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
