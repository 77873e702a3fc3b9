import { bonds } from './bonds.ts';
import { withName } from './genitive.ts';
import type { Phrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';

const sources = new Set([
  'source_bare',
  'source_official',
  'source_security',
  'source_medical',
  'source_local',
  'official',
  'statement',
  'spokesperson',
  'commander',
]);
const named = new Set([
  'agency_state',
  'ngo',
  'school',
  'news_agency',
  'company',
  'prosecution',
  'court',
  'media',
  'government',
  'prosecutor',
]);

const charges = new Set('بالانتماء;بالانتساب;بالتعاون;بالارتباط;بالعمل;بالتعامل'.split(';'));

type Tail = { to: number; inner: Phrase | null };

/** What follows a complete noun phrase and still belongs to it. */
export function tailOf(reader: Reader, phrase: Phrase, parse: (at: number) => Phrase | null): Tail | null {
  return (
    bondTail(reader, phrase, parse) ??
    chargeTail(reader, phrase, parse) ??
    placeTail(reader, phrase, parse) ??
    ownerTail(reader, phrase, parse) ??
    purposeTail(reader, phrase) ??
    fields(reader, phrase)
  );
}

function bondTail(
  reader: Reader,
  { to, isDefinite }: Phrase,
  parse: (at: number) => Phrase | null,
): Tail | null {
  const word = reader.words[to];
  if (!word || word.skip > 0 || word.isDefinite !== isDefinite || !isWord(reader, to)) return null;
  if (!bonds.has(word.core.replace(/(?:ه|ين|ون|ان|ا)$/u, ''))) return null;
  if (pronouns.test(reader.tokens[to + 1]?.key ?? '')) return { to: to + 2, inner: null }; // "الفصائل الموالية لها
  const inner = withPreposition(reader, to + 1, parse);
  if (!inner) return null;
  const known = inner.noun?.kind === 'office' ? parse(inner.to) : null;
  const holder = known?.isPerson ? known : withName(reader, inner); // "الموالية للمشير فلان"
  return { to: holder.to, inner: holder };
}

const pronouns = /^(?:له|لها|لهم|لهما|معه|معها|معهم|به|بها|بهم)$/u;

/** "المتهمين بالانتماء لتنظيم". */
function chargeTail(reader: Reader, { to, noun }: Phrase, parse: (at: number) => Phrase | null): Tail | null {
  if (noun?.id !== 'suspect' || !charges.has(reader.tokens[to]?.key ?? '')) return null;
  const inner = withPreposition(reader, to + 1, parse);
  return inner && { to: inner.to, inner };
}

/** "مصدر في الشرطة", "مسؤول بوزارة الداخلية": the institution says who speaks. */
function placeTail(reader: Reader, { to, noun }: Phrase, parse: (at: number) => Phrase | null): Tail | null {
  if (!noun || !sources.has(noun.id)) return null;
  const key = reader.tokens[to]?.key;
  if (noun.id === 'statement' && /^(?:صادر|صدر$)/u.test(key ?? '')) {
    const about = [1, 2].find((gap) => reader.tokens[to + gap]?.key === 'عن'); // "صادر الاثنين عن الحكومة"
    const issuer = about ? parse(to + about + 1) : null;
    return issuer && { to: issuer.to, inner: issuer };
  }
  const isApart = key === 'في' || key === 'من' || key === 'لدي';
  // "المتحدث الرسمي للجامعة"
  const inner = isApart ? parse(to + 1) : reader.words[to]?.hasPreposition ? parse(to) : null;
  return inner?.noun?.kind === 'institution' || (inner?.entry && !inner.isPerson)
    ? { to: inner.to, inner }
    : null;
}

const parts = new Set(['agency_state', 'army_part', 'party', 'centre']);

/** "المكتب السياسي لحركة حماس": part of a registered party. */
function ownerTail(
  reader: Reader,
  { to, noun, isDefinite }: Phrase,
  parse: (at: number) => Phrase | null,
): Tail | null {
  if (!noun || !isDefinite || !parts.has(noun.id) || !reader.tokens[to]?.key.startsWith('ل')) return null;
  const inner = parse(to);
  const isGroup = inner?.entry && !inner.isPerson && inner.entry.id.length > 2;
  return isGroup ? { to: inner.to, inner } : null;
}

function withPreposition(reader: Reader, at: number, parse: (at: number) => Phrase | null): Phrase | null {
  const key = reader.tokens[at]?.key;
  return key === 'الي' || key === 'ل' || key === 'ب' || key === 'من' ? parse(at + 1) : parse(at);
}

/** "الهيئة العامة للسياحة", "اللجنة العليا للانتخابات": the field of an institution in its name. */
function purposeTail(reader: Reader, { to, noun }: Phrase): Tail | null {
  const isOffice = noun?.kind === 'office' && /^لل?شوون$/u.test(reader.tokens[to]?.key ?? ''); // "وزير الدولة للشؤون الخارجية"
  if (!noun || !(named.has(noun.id) || isOffice)) return null;
  const token = reader.tokens[to];
  const word = reader.words[to];
  if (!token || !word?.hasPreposition || word.hasConjunction || !/^ل/u.test(token.key)) return null;
  let end = to + 1;
  if (word.isDefinite) {
    if (word.isAdjective && word.country !== null) return null; // "للسوريين" is a party of its own
  } else {
    const next = reader.words[end];
    if (!next?.isDefinite || next.skip > 0 || next.isClosed || !isWord(reader, end)) return null;
    end++;
  }
  while (isFieldWord(reader, end)) end++;
  return { to: end, inner: null };
}

/** Adjectives and joined fields: "للسياحة والتراث العمراني". */
function isFieldWord(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (!word || !isWord(reader, at) || !word.isDefinite || word.hasPreposition || word.isClosed) return false;
  const isSecond =
    word.isAdjective && !/[يو]ن$/u.test(word.core) && reader.words[at - 1]?.isAdjective === true; // "الشؤون البلدية والقروية"
  return word.hasConjunction ? word.isPortfolio || isSecond : word.isAdjective;
}

/** "وزارة التربية والتعليم". */
function fields(reader: Reader, { to, noun, isDefinite }: Phrase): Tail | null {
  if (!noun || !isDefinite || noun.kind === 'generic' || noun.kind === 'group') return null;
  let end = to;
  while (end - to < 4 && reader.words[end]?.hasConjunction && isFieldWord(reader, end)) {
    end++;
    while (!reader.words[end]?.hasConjunction && isFieldWord(reader, end)) end++;
  }
  return end > to ? { to: end, inner: null } : null;
}
