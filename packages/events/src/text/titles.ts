import type { PartyMention } from '@rasid/actors';
import { townLevel } from '../places/precision.ts';
import type { Sentence } from './reading.ts';

/** One person, by name. */
export const isNamedPerson = ({ kind, number }: PartyMention): boolean =>
  kind === 'person' || (kind === 'registered' && number === 'one');

const nameReach = 14; // tokens from an office to the name of its holder, with rank, portfolio and town between

/** The token a person's titles begin at, or the name where none stand before it. */
export function tokenOfTitle(
  { field, from: first }: Sentence,
  { from, start, office }: PartyMention,
): number {
  if (!office || office.start >= start) return from;
  let at = from;
  while (at > first && (field.tokens[at]?.start ?? 0) > office.start) at--;
  return at;
}

/** The preposition before a word, apart or written onto it. */
const wordOrClitic = ({ tokens }: Sentence['field'], from: number): string =>
  tokens[from]?.key.startsWith('ب') ? 'ب' : (tokens[from - 1]?.key ?? '');

/** Words of an apposition: marks, definite words, and what is joined or bound to them by و، ب، ل. */
const appositive = /^(?:[،,"«»“”'()/.-]|(?:[وبلف]|لل)?ال.+|لل.+|[بل].{2,}|ل|في|لدي|دكتور|ركن|و?شوون)$/u;
const opensClause =
  /^(?:ان|بان|انه|بانه|انها|لان|بعد|بعدما|لم|لن|ليس|لكن|الي|التي|الذي|الذين|بين|بينما|لدعم|بشان|بهدف|بسبب)$/u;

/** Whether an office is that of a person named after it: "وزير الدولة للشؤون الخارجية، فلان". */
export function isNamedAfter(sentence: Sentence, office: PartyMention, person: PartyMention): boolean {
  const begins = Math.max(office.to, tokenOfTitle(sentence, person));
  const { field, parties, places } = sentence;
  if (person.from - office.to > nameReach) return false;
  let isQuoted = false;
  for (let at = office.to; at < Math.min(begins, person.from); at++) {
    if (/^["“”«»]$/u.test(field.tokens[at]?.text ?? '')) isQuoted = !isQuoted;
    if (isQuoted) continue; // "مدير شركة «أودي»"
    const inside = parties.find((each) => at >= each.from && at < each.to);
    if (inside && inside !== person) {
      at = inside.to - 1;
      continue;
    }
    if (places.some(({ mention }) => at >= mention.from && at < mention.to)) continue; // "بمنطقة جازان"
    const key = field.tokens[at]?.key ?? '';
    if (opensClause.test(key) || !appositive.test(key)) return false;
  }
  return true;
}

const posts = /^(?:ال)?(?:مبعوث|امين|مفوض|ممثل|رييس|وزير|مدير|قايد|متحدث|سفير|محافظ)/u; // registered by their post

/** "الرئيس الأمريكي، دونالد ترامب", "نائب رئيس الوزراء ووزير الخارجية، فلان": the office is the person named next. */
export function isTitle(sentence: Sentence, office: PartyMention): boolean {
  if (office.kind === 'registered' && posts.test(sentence.field.tokens[office.from]?.key ?? '')) {
    const name = sentence.parties.find(({ from }) => from === office.to);
    return name?.kind === 'registered' && name.number === 'one'; // "المبعوث الأممي إلى اليمن فلان"
  }
  if (office.kind !== 'office' && !isLeader(office)) return false;
  const next = sentence.parties.find((each) => each.from >= office.to && isNamedPerson(each));
  return next !== undefined && (isNamedAfter(sentence, office, next) || isOfHolder(sentence, office));
}

/** "زعيم البلاد، فلان", "قائد الجيش فلان": one who leads, of whom the name follows. */
const isLeader = ({ rule, number }: PartyMention): boolean => rule === 'commander' && number === 'one';

const holderReach = 10; // tokens from a name to the last of the offices behind it

/** "الأمير فلان ولي العهد وزير الدفاع": offices that follow a name without a word between are its own. */
export function isOfHolder({ field, parties }: Sentence, office: PartyMention): boolean {
  const isAttribute = office.kind === 'generic' && office.isDefinite && office.number === 'one'; // "فلان، المقيم في …"
  const isMember = office.rule === 'member' && office.number === 'one'; // "فلان، وزير الدولة، عضو مجلس الوزراء"
  if (office.kind !== 'office' && !isMember && !isAttribute) return false;
  const holder = parties.findLast((each) => each.to <= office.from && isNamedPerson(each));
  if (!holder || office.from - holder.to > holderReach) return false;
  const mark = field.tokens[office.to]?.text ?? '';
  if (
    office.from - holder.to === 1 &&
    /^[،,]$/u.test(field.tokens[holder.to]?.text ?? '') &&
    (isAttribute || /^[،,]$/u.test(mark))
  )
    return true; // "فلان، وزير الخارجية، إن"
  if (isAttribute) return office.from === holder.to; // "فلان المقيم في بروكسل"
  const isListed = isComma(field.tokens[holder.to]?.text) && isComma(mark); // "فلان، وزير كذا، عضو كذا، …"
  for (let at = holder.to; at < office.from; at++) {
    const token = field.tokens[at];
    const isInside = parties.some((each) => each !== office && at >= each.from && at < each.to);
    if (isInside || (isListed && isComma(token?.text))) continue;
    if (token?.kind !== 'word' || breaksName.test(token.key) || isPresent(token.key)) return false;
  }
  return !/^و/u.test(field.tokens[office.from]?.key ?? '');
}

const isComma = (mark: string | undefined): boolean => mark === '،' || mark === ',';
const breaksName = /^(?:مع|في|من|الي|علي|عن|ان|و(?!زير|كيل|الي).*)$/u;
/** "فلان يتوعد رئيس …": a verb behind the name. */
const isPresent = (key: string): boolean => /^[يت]\S{3,}$/u.test(key);

const datelineReach = 4; // tokens: "دبي، الإمارات العربية المتحدة (CNN) —"

/** "الجزائر - …": the place of the report at its head. */
function endsDateline({ tokens }: Sentence['field'], from: number): boolean {
  for (let at = from + 1; at <= from + datelineReach + 3; at++)
    if (/^[-\u2013\u2014\u2015/]+$/u.test(tokens[at]?.text ?? '')) return true;
  return (
    /^(?:\.\.+|\u2026)$/u.test(tokens[from + 1]?.text ?? '') ||
    (tokens[from + 1]?.text === '.' && tokens[from + 2]?.text === '.')
  ); // "العراق.. قتلى";
}

/** Before a state's name: where in it something lies, "ألقت الشرطة شمال العراق القبض على". */
const within =
  /^[وبل]?(?:(?:ال)?(?:شمال|جنوب|شرق|غرب)ي?|وسط|داخل|خارج|ريف|سواحل|قباله|مناطق|مدن|شوارع|انحاء)$/u;

/** "مطار الملك فلان", "مجمع الأمير فلان": a place named for somebody. */
export function isVenue(sentence: Sentence, mention: PartyMention): boolean {
  if (!isNamedPerson(mention)) return false;
  const { tokens } = sentence.field;
  const before = tokenOfTitle(sentence, mention) - 1;
  const isTitled = /^(?:ال)?(?:ملك|امير|شيخ|رييس|سلطان)$/u.test(tokens[before]?.key ?? ''); // "مركز الملك سلمان"
  return venues.test(tokens[isTitled ? before - 1 : before]?.key ?? '');
}
const venues =
  /^[وبل]?(?:مجمع|مطار|ملعب|استاد|شارع|طريق|ميناء|قصر|جايزه|كاس|حديقه|ميدان|ساحه|مسجد|جامع|برج|جسر|مستشفي|مدينه|مركز|جامعه|قاعده|معسكر|قاعه)$/u;

/** "في سوريا والعراق": a state joined to a place is one too. */
const isJoinedToPlace = ({ field: { text, tokens }, places }: Sentence, from: number): boolean =>
  /^و/u.test(tokens[from]?.key ?? '') &&
  places.some(({ mention }) => {
    const first = tokens[mention.from];
    if (mention.to !== from || !first) return false;
    const isBound = text.slice(first.start, mention.start).includes('ب');
    return isBound || /^(?:في|داخل|من|الي|عبر|علي)$/u.test(tokens[mention.from - 1]?.key ?? '');
  });

/** "بريف محافظة درعا", "الصخيرات (المغرب)": a governorate or country that is where it happened. */
export function isPlace(sentence: Sentence, mention: PartyMention): boolean {
  const { field, places, from: first } = sentence;
  const { kind, rule, from, start, canon } = mention;
  if (rule === 'agency_state') {
    const noun = field.tokens[from]?.key ?? '';
    if (/^(?:ال)?(?:محافظه|ولايه)/u.test(noun)) return true;
    return (
      /^(?:ال)?(?:مديريه|مقاطعه|ناحيه)$/u.test(noun) &&
      places.some(({ mention }) => mention.from <= from + 1 && mention.to > from + 1)
    ); // "مديرية نهم", not "مديرية الأمن"
  }
  if (isVenue(sentence, mention)) return true;
  if (kind === 'generic' || kind === 'person')
    return (
      places.some(({ mention }) => mention.start === start) &&
      /^[بل]?(?:في|ب|من|الي|(?:ال)?(?:مدينه|بلده|قريه|محافظه|منطقه|حي|مخيم))$/u.test(
        wordOrClitic(field, from),
      )
    );
  if (kind !== 'registered' || canon?.length !== 2) return false;
  if (from - first <= datelineReach && endsDateline(field, from)) return true;
  if (within.test(field.tokens[from - 1]?.key ?? '') || isJoinedToPlace(sentence, from)) return true;
  const place = places.find(({ mention }) => mention.start <= start && mention.end > start);
  if (place && place.country !== canon && place.precision <= townLevel) return true; // "بلدة الدوحة" near Bethlehem
  return place !== undefined && !place.mention.asActor && field.tokens[from - 1]?.text === '(';
}
