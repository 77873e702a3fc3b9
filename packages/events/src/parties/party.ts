import type { PartyMention } from '@rasid/actors';
import type { Party } from '@rasid/contracts';
import { type EventTypeId, typesWith } from '../data.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { tokenOfTitle } from '../text/titles.ts';

export type Parties = { actors: Party[]; targets: Party[]; victims: Party[] };
export type Role = keyof Parties;

/** Types whose object is people who are taken, tried or let go. */
export const taking = typesWith('target', 'captive', 'accused');

/** Types whose parties all do the same: no side is the target. */
export const symmetric = typesWith('target', 'side');

const maxParties = 5; // of one role in one event; longer lists are enumerations of something else

const untargeted = typesWith('target', 'none', 'hurt');
const hurting = typesWith('target', 'hurt');

/** The parties in the roles their type knows. */
export function inRoles(type: EventTypeId, { actors, targets, victims }: Parties): Parties {
  if (type === 'official_stance') {
    const isOwn = ({ canon }: Party) => isState(canon) && actors.some(({ country }) => country === canon);
    return { actors, targets: targets.filter((each) => !isOwn(each)), victims }; // "حذر الوزير من أن بلاده …"
  }
  const isOneSided = type === 'armed_clash' && actors.length === 1 && targets.length > 0; // the other side of the fight
  if (isOneSided) return { actors: [...actors, ...targets], targets: [], victims };
  if (!untargeted.has(type)) return { actors, targets, victims };
  const hurt = hurting.has(type) && victims.length === 0 ? targets : victims;
  return { actors, targets: [], victims: hurt };
}

/** One more party of a role, unless the event knows it already. */
export function add(parties: Parties, role: Role, sentence: Sentence, mention: PartyMention): void {
  const party = toParty(sentence, mention);
  const isKnown = Object.values(parties).some((list) =>
    list.some((each) => isSame(each, party) && !isListedAfter(sentence, mention, each)),
  );
  if (!isKnown && parties[role].length < maxParties) parties[role].push(party);
}

/** "الجيش والشرطة": one id may cover two that are named side by side. */
function isListedAfter({ field }: Sentence, { from, start, text }: PartyMention, before: Party): boolean {
  const written = field.tokens[from]?.start ?? start;
  const isNext = before.span.field === field.name && written - before.span.end === 1;
  return isNext && start > written && before.text !== text;
}

/** The key of the word before a mention and its titles, without its conjunction. */
export function wordBefore(sentence: Sentence, mention: PartyMention): string {
  const { field } = sentence;
  let at = tokenOfTitle(sentence, mention) - 1;
  if (field.tokens[at]?.kind === 'punctuation') at--;
  return field.tokens[at]?.key.replace(/^و(?=\S{2})/, '') ?? '';
}

/** As `wordBefore`, a number of them aside: "في حق 11 من قيادات س", "تستهدف 8 شركات". */
export function wordBeforeCount(sentence: Sentence, mention: PartyMention): string {
  const { tokens } = sentence.field;
  let from = tokenOfTitle(sentence, mention);
  if (tokens[from - 1]?.key === 'من' && tokens[from - 2]?.kind === 'number') from--;
  if (tokens[from - 1]?.kind === 'number') from--;
  return wordBefore(sentence, { ...mention, from });
}

/** The particles written onto the first word of a mention or its titles: "للتحالف", "والجيش", "للرئيس فلان". */
export function cliticOf(sentence: Sentence, mention: PartyMention): string {
  const { office } = mention;
  const start = office && office.start < mention.start ? office.start : mention.start;
  const { text, tokens } = sentence.field;
  return text.slice(tokens[tokenOfTitle(sentence, mention)]?.start ?? start, start);
}

/** "خلايا تنظيم الدولة": where only the inner name is known, it is the party. */
export function toParty(sentence: Sentence, mention: PartyMention): Party {
  const isBody = mention.kind === 'group' || mention.kind === 'institution'; // a manager of an office is not the office
  const known =
    mention.canon || !isBody
      ? undefined
      : mention.nested.find(({ canon, canAct }) => canAct && canon && !isState(canon));
  const { canon, sector, country, start, end } = known ?? mention;
  const span = spanOf(sentence.field, start, end);
  return { text: span.text, canon, sector, country, span };
}

/** States are known by their two letters (ISO 3166-1). */
export const isState = (canon: string | null): boolean => canon !== null && /^[A-Z]{2}$/.test(canon);

/** Civilians and workers are a class: a child and a woman are two. */
const classes = new Set(['civilians', 'workers']);

/** Whether two parties are one, by id or by name. */
export const isSame = (a: Party, b: Party): boolean =>
  (a.canon !== null && a.canon === b.canon && !classes.has(a.canon)) ||
  a.text === b.text ||
  (a.canon === null && b.canon === null && (isSurname(a.text, b.text) || isSurname(b.text, a.text)));

/** "بير ساندبرغ" and "ساندبرغ". */
const isSurname = (name: string, last: string): boolean => !last.includes(' ') && name.endsWith(` ${last}`);

/** "قوة من الجيش", "عناصر من الشرطة": a part stands for the whole. */
export const isPartOf = ({ field }: Sentence, { from }: PartyMention): boolean =>
  field.tokens[from - 1]?.key === 'من' &&
  /^[ولب]?(?:قوه|قوات|وحده|وحدات|دوريه|دوريات|عناصر|عنصر|مجموعه|مجموعات|فرقه|فرق|مفرزه|فصيل|فصايل|كتايب|مسلحون|مسلحين|مقاتلون|مقاتلين|جنود|ضباط|افراد|طايرات|مقاتلات)$/u.test(
    field.tokens[from - 2]?.key ?? '',
  );

/** "أفرادها": members of whoever was named before. */
export const isOwnMember = ({ kind, rule, text }: PartyMention): boolean =>
  (kind === 'group' || rule === 'soldier' || rule === 'officer') && /(?:ها|هم|ه)$/u.test(text);
