import type { PartyMention } from '@rasid/actors';

// Sectors of parties, as `sector` of the record, by what those of them do in the news.

/** People without an organisation: they meet nobody, sign nothing and fight no battle. */
export const unorganised = new Set(['CVL', 'LAB', 'EDU', 'JRN', 'REF', 'MED']);
/** Such people; a university or a hospital is a body that signs and meets. */
export const isUnorganised = ({ kind, sector }: Pick<PartyMention, 'kind' | 'sector'>): boolean =>
  kind !== 'institution' && unorganised.has(sector ?? '');

/** Who governs, judges, fights or commands, and acts by it. */
export const authorities = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'REB', 'PRM', 'SPY', 'PTY', 'IGO']);
/** Powers of a state: gatherings are against them or held back by them. */
export const powers = new Set(['COP', 'MIL', 'GOV', 'SPY', 'LEG', 'JUD']);
/** Whose positions are events: annotation guideline, ruling 9. */
export const speaking = new Set([...authorities, 'NGO', 'OPP', 'REL', 'MED']);
/** Who governs or represents. */
export const governing = new Set(['GOV', 'IGO', 'LEG', 'OPP', 'PTY']);

/** Who bears arms, known or unknown. */
export const armed = new Set(['MIL', 'REB', 'PRM', 'COP', 'SPY', 'UAF']);
export const armedOrCourt = new Set([...armed, 'JUD']);
/** Forces of a known side: their houses stand for them. */
export const forces = new Set(['MIL', 'REB', 'PRM', 'COP', 'SPY']);
/** Who fires by order, a government's word for its army. */
export const inArms = new Set(['MIL', 'GOV', 'COP', 'REB', 'PRM']);
export const armies = new Set(['MIL', 'GOV']);
export const bands = new Set(['REB', 'PRM']);
/** Who bears arms and serves no state. */
export const irregulars = new Set([...bands, 'UAF']);
/** Who fights battles, and whom an attack on makes one. */
export const fighters = new Set([...bands, 'MIL']);
export const attackersOfPositions = new Set([...armies, ...bands]);

/** Who finds the dead of a crime. */
export const rescuers = new Set(['COP', 'JUD', 'MED', 'HLH']);
/** Who does not attack unless a verb says so: whoever stands beside an attack is hit or comes to help. */
export const lawful = new Set(['COP', 'GOV', 'JUD', 'LEG', 'IGO', 'NGO']);
