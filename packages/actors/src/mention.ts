import { mapped } from '@rasid/arabic';
import type { Person } from './coreference.ts';
import { forceId } from './country.ts';
import type { NounClass } from './data.ts';
import { sourceOfEntry } from './entry-source.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import type { Office, PartyMention } from './types.ts';

type CountryAt = (start: number) => Pick<PartyMention, 'country' | 'countryBasis'>;

/** Classes whose members are those of the party they are said to belong to. */
const belonging = new Set(['group', 'institution']);
const bound = new Set(['commander', 'spokesperson', 'soldier', 'officer', 'reporter', 'suspect']);

/** Settles what a phrase is: id, sector, country, roles. */
export function describe(
  reader: Reader,
  phrase: Phrase,
  countryAt: CountryAt,
  person: Person | null,
): PartyMention {
  const owner = ownerOf(phrase);
  const basis = phrase.country
    ? ({ country: phrase.country, countryBasis: 'phrase' } as const)
    : needsCountry(phrase)
      ? countryAt(phrase.start)
      : { country: null, countryBasis: null };
  const { entry, noun, office } = phrase;
  const roles = rolesOf(phrase);
  const officeNoun = office?.noun ?? null;
  const sector = phrase.isAdjective
    ? 'GOV'
    : (entry?.sector ??
      owner?.entry?.sector ??
      noun?.sector ??
      innerSector(phrase) ??
      officeSector(office) ??
      person?.sector ??
      null);
  return {
    from: reader.origin[phrase.from] ?? 0,
    to: (reader.origin[phrase.to - 1] ?? 0) + 1,
    start: phrase.start,
    end: phrase.end,
    text: reader.text.slice(phrase.start, phrase.end),
    head: reader.text.slice(phrase.start, reader.tokens[phrase.from]?.end ?? phrase.end),
    kind: kindOf(phrase),
    canon: canonOf(phrase, owner, basis.country) ?? person?.canon ?? null,
    sector,
    country: basis.country,
    countryBasis: basis.countryBasis,
    inter: entry?.inter ?? owner?.entry?.inter ?? noun?.inter ?? officeNoun?.inter ?? null,
    canAct: roles.includes('a'),
    canSuffer: roles.includes('s'),
    canSpeak: roles.includes('p'),
    sourceType: entry
      ? sourceOfEntry(entry)
      : (noun?.source ?? officeSource(office) ?? person?.sourceType ?? null),
    number: phrase.number,
    isDefinite: phrase.isDefinite,
    office: office ? describeOffice(reader, office, basis.country) : null,
    rule: noun?.id ?? null,
    nested: mapped([...phrase.nested, ...(office?.nested ?? [])], (each) =>
      describe(reader, each, countryAt, null),
    ),
  };
}

const fighting = new Set(['REB', 'PRM', 'UAF', 'PTY']);

/** The registered party a group or institution is said to belong to: "خلايا داعش", "طائرات التحالف". */
function ownerOf(phrase: Phrase): Phrase | null {
  const { noun } = phrase;
  if (!noun) return null;
  const owner = ownerIn(phrase);
  if (belonging.has(noun.kind) || bound.has(noun.id)) return owner;
  // a leader of an armed group is one of it; an official of a state is not the state
  return noun.kind === 'office' && fighting.has(owner?.entry?.sector ?? '') ? owner : null;
}

/** The id a phrase lends to what belongs to it: its own, or the group of a leader ("ميليشيا الجولاني"). */
function partyOf({ entry }: Phrase): string | null {
  if (!entry) return null;
  const id = entry.isPerson ? entry.parent : entry.id;
  return id !== null && id.length > 2 && (!entry.isPerson || fighting.has(entry.sector)) ? id : null;
}

function ownerIn({ nested }: Phrase): Phrase | null {
  for (const inner of nested) {
    if (partyOf(inner)) return inner;
    const deeper = ownerIn(inner);
    if (deeper) return deeper;
  }
  return null;
}

function canonOf(phrase: Phrase, owner: Phrase | null, country: string | null): string | null {
  const { entry, noun, isAdjective, nested } = phrase;
  if (entry) return entry.id;
  if (isAdjective) return country;
  if (owner) return partyOf(owner);
  if (!noun) return null;
  if (noun.kind === 'office')
    return noun.id === 'spokesperson' && nested[0] ? canonOf(nested[0], null, country) : null;
  if (noun.canon) return noun.canon;
  return noun.suffix && country ? forceId(country, noun.suffix) : null;
}

/** Aircraft that no word says whose they are: often those of another country than the one they strike. */
const isAnybodys = ({ noun, isDefinite }: Phrase): boolean =>
  !isDefinite && (noun?.id === 'airforce' || noun?.id === 'aircraft');

const needsCountry = (phrase: Phrase): boolean => {
  const { noun, isPerson, office } = phrase;
  if (isPerson) return office !== null;
  return noun !== null && noun.id !== 'coalition' && noun.sector !== 'UAF' && !isAnybodys(phrase);
};

function kindOf({ entry, noun, isPerson, isAdjective }: Phrase): PartyMention['kind'] {
  if (isAdjective) return 'adjective';
  if (entry) return 'registered';
  if (isPerson) return 'person';
  return noun?.kind ?? 'generic';
}

function rolesOf({ entry, noun, isPerson, isAdjective, office }: Phrase): string {
  if (isAdjective) return 'a';
  if (entry || isPerson) return office?.noun?.kind === 'generic' ? `${office.noun.roles}p` : 'asp'; // who has a name may speak
  return noun?.roles ?? 'asp';
}

const innerSector = ({ nested }: Phrase): string | null =>
  sectorOfNoun(nested[0]?.noun) ?? nested[0]?.entry?.sector ?? null;
const sectorOfNoun = (noun: NounClass | null | undefined): string | null => noun?.sector ?? null;

/** What an office is of says more than the office: a spokesperson of the army is of the army. */
const officeSector = (office: Phrase | null): string | null =>
  office ? (ownerOf(office)?.entry?.sector ?? innerSector(office) ?? sectorOfNoun(office.noun)) : null;

function officeSource(office: Phrase | null): PartyMention['sourceType'] {
  if (!office) return null;
  const inner = office.nested[0];
  return inner?.entry ? sourceOfEntry(inner.entry) : (inner?.noun?.source ?? office.noun?.source ?? null);
}

function describeOffice(reader: Reader, office: Phrase, country: string | null): Office {
  const { start, end, noun, nested } = office;
  const inner = nested[0];
  const suffix = inner?.noun?.suffix ?? noun?.suffix;
  const canon =
    inner?.entry?.id ?? ownerOf(office)?.entry?.id ?? (suffix && country ? forceId(country, suffix) : null);
  return {
    start,
    end,
    text: reader.text.slice(start, end),
    sector: officeSector(office),
    canon,
    rule: noun?.id ?? null,
  };
}
