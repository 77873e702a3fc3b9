import type { PartyMention } from '@rasid/actors';
import { compilePhrases } from '@rasid/arabic';
import type { Sentence } from './reading.ts';
import { isNamedAfter, isNamedPerson, isVenue, tokenOfTitle } from './titles.ts';

/** How a cue names its speaker: as the subject of a verb, after a preposition, or behind the one who passes it on. */
type Way = 'verb' | 'preposition' | 'relay';

/** Words after or before which the speaker stands: arabic news style, attribution. */
const cues: Record<Way, string> = {
  verb: 'قال;قالت;قالوا;أفاد;أفادت;أفادوا;أعلن;أعلنت;أعلنوا;ذكر;ذكرت;ذكروا;أكد;أكدت;أكدوا;أوضح;أوضحت;صرح;صرحت;كشف;كشفت;أضاف;أضافت;أشار;أشارت;لفت;لفتت;رصد;رصدت;رصدوا;وثق;وثقت;يقول;تقول;بينت;تابع;تابعت;أبلغ;أوردت;أورد;بثت;نشرت;تحدثت;بين;أفادنا;يؤكد;تؤكد;تفيد;اعتبر;شدد;شددت;كتب;غرد;زعم;زعمت;زعموا;ادعى;ادعت;نفى;نفت;حذر;حذرت;أعرب;أعربت;نوه;نوهت;اعلن;اكد;افاد;أصدر;أصدرت;أبان;أبانت;أردف;أردفت;توقع;توقعت;أقر;أقرت;اعترف;اعترفت;نبه;نبهت;كما أفاد;كما أعلن;علمت;أعلنتها;أعلنها;أوردتها;نشرتها;إذ تعلن;إذ تؤكد',
  preposition:
    'بحسب;حسب;وفقا;وفق;نقلا عن;نقلت عن;نقل عن;طبقا;على حد قول;علم من;لما ذكره;لما ذكرته;لما أعلنه;لما أعلنته;لما أكده;لما أكدته;لما أفاد به;لما أفادت به;لما نقلته;لما أوردته;ما ذكره;ما ذكرته;ما أعلنه;ما أعلنته;ما أكده;ما نقلته;ما أوردته;ما أفادت به;ما نشرته',
  relay: 'نقلت;نقل;تنقل',
};
type Value = { way: Way; phrase: string };
const matcher = compilePhrases<Value>(
  Object.entries(cues).flatMap(
    ([way, phrases]) => phrases.split(';').map((phrase) => ({ phrase, value: { way: way as Way, phrase } })), // keys of the record above
  ),
  { proclitics: true },
);
/** Verbs whose subject is left out because it was named before: "وأضافت أن". */
const continued = compilePhrases(
  'أضاف;أضافت;أوضح;أوضحت;تابع;تابعت;أشار;أشارت;لفت;لفتت;أكد;أكدت;ذكر;ذكرت;بينت;قال;قالت;مشيرا;مشيرة;مضيفا;مضيفة'
    .split(';')
    .map((phrase) => ({ phrase, value: phrase })),
  { proclitics: true },
);
const speakerReach = 5; // tokens between a cue and its speaker: time and place of the statement stand between
const relayReach = 8; // tokens between who passes it on and "عن": time and way of the report stand between

const behindAbout = 4; // tokens from "عن" to who is told of

export type Cue = { from: number; to: number; speaker: PartyMention | null };

/** The words of attribution of a sentence, each with its speaker where one is named. */
export function cuesOf(sentence: Sentence): Cue[] {
  const { field, from, to, parties } = sentence;
  const speakers = parties.filter(
    (each) =>
      each.canSpeak &&
      each.kind !== 'adjective' &&
      !isOpinion(each) &&
      !isAddressed(sentence, each) &&
      !isVenue(sentence, each),
  );
  return matcher
    .find(field.tokens, from, to)
    .filter(({ proclitic }) => /^[وف]?$/u.test(proclitic)) // "التابع", "برصد": nouns
    .filter((cue) => cue.value.phrase !== 'بين' || opensStatement(sentence, cue, speakers))
    .map((cue) => {
      const { from, to, value } = cue;
      if (isIssue(value.phrase) && !namesStatement(sentence, to)) return { from, to, speaker: null };
      if (isDeployed(sentence, from, to)) return { from, to, speaker: null };
      if (isProclaimed(sentence, value.phrase, to)) return { from, to, speaker: null };
      const speaker = speakerOf(sentence, cue, value.way, speakers);
      return { from: cue.from, to: cue.to, speaker: speaker ? namedBehind(sentence, speaker) : null };
    });
}

/** "بحسب العديد من الخبراء": what the learned think is no report of what happened. */
const isOpinion = ({ rule, number }: PartyMention): boolean => rule === 'expert' && number === 'many';

/** "وبين الناطق الإعلامي …": at the head of a sentence, an office or a person right behind it; else a preposition. */
const opensStatement = (
  sentence: Sentence,
  { from, to }: { from: number; to: number },
  speakers: readonly PartyMention[],
): boolean =>
  from === sentence.from &&
  speakers.some(
    (each) => (each.kind === 'office' || each.kind === 'person') && tokenOfTitle(sentence, each) === to,
  );

/** "نشرت الدولة قوات": only papers publish without saying what. */
function isDeployed({ field: { tokens }, parties }: Sentence, from: number, to: number): boolean {
  if (!/^[وف]?نشرت?$/u.test(tokens[from]?.key ?? '')) return false;
  return parties.some(
    (each) => each.from === to && each.sourceType !== 'media' && each.sourceType !== 'agency',
  );
}

/** "أعلنت الحكومة حالة الطوارئ": such a word is done by saying it, and reports nothing. */
function isProclaimed({ field }: Sentence, phrase: string, from: number): boolean {
  if (!/^[أا]علنت?$/u.test(phrase)) return false;
  for (let at = from; at < from + proclaimReach; at++) {
    const key = field.tokens[at]?.key ?? '';
    if (/^(?:ب?ان|انه|انها|عن|:|"|\.)$/u.test(key)) return false;
    if (/^(?:حداد|الحداد|منكوبه|الطواري|طواري|الاستنفار|التعبيه|النفير)$/u.test(key)) return true;
  }
  return false;
}
const proclaimReach = 12; // tokens from "أعلنت" to the state of things, the authority and the place between

const isIssue = (phrase: string): boolean => phrase.startsWith('أصدر');
const statementReach = 8; // tokens from "أصدرت" to the statement, the authority between

/** "أصدرت الوزارة بيانا": of what else is issued nobody is the speaker. */
function namesStatement({ field }: Sentence, from: number): boolean {
  for (let at = from; at < from + statementReach; at++)
    if (/^بيان(?:ا|ها|ه)?$/u.test(field.tokens[at]?.key ?? '')) return true;
  return false;
}

function speakerOf(
  sentence: Sentence,
  cue: { from: number; to: number },
  way: Way,
  speakers: readonly PartyMention[],
): PartyMention | undefined {
  const { field } = sentence;
  const after = speakers.find(
    (each) => each.from >= cue.to && tokenOfTitle(sentence, each) - cue.to <= speakerReach,
  );
  const own = after && isOwn(sentence, cue.to, after) ? after : undefined;
  if (way === 'preposition') return own && isPress(own) ? (relayed(sentence, own, speakers) ?? own) : own;
  if (way === 'relay') return own && relayed(sentence, own, speakers); // "نقل السفارة" tells of moving one
  if (own && way === 'verb' && isGoverned(sentence, cue.to, tokenOfTitle(sentence, own)))
    return beforeCue(sentence, cue.from, speakers);
  const isAdjacent = own !== undefined && isBeside(sentence, cue.to, tokenOfTitle(sentence, own));
  if (isAdjacent) return own;
  const before = beforeCue(sentence, cue.from, speakers);
  const isApart = before !== undefined && /^(?:حيث|كما)$/u.test(field.tokens[before.to]?.key ?? '');
  return isApart ? own : (before ?? own);
}

const asideReach = 3; // tokens between a speaker and a verb behind it: "نشطاء المرصد، قد رصدوا"

/** The speaker named right before a verb, a comma or "قد" between at most. */
function beforeCue(
  sentence: Sentence,
  at: number,
  speakers: readonly PartyMention[],
): PartyMention | undefined {
  const { tokens } = sentence.field;
  return speakers.find((each) => {
    if (each.to > at || isSetting(sentence, each) || isOfRuler(sentence, each)) return false;
    if (isAside(sentence, each, at)) return true;
    if (at - each.to > asideReach) return false;
    for (let between = each.to; between < at; between++)
      if (at - each.to > 1 && !/^(?:قد|[،,()"-])$/u.test(tokens[between]?.key ?? '')) return false;
    return true;
  });
}

/** "من ملك المملكة المغربية أعرب خلاله": the state behind its ruler says nothing. */
const isOfRuler = ({ field }: Sentence, { from, canon }: PartyMention): boolean =>
  canon?.length === 2 &&
  /^(?:ال)?(?:ملك|رييس|سلطان|امير|عاهل|زعيم|خارجيه|داخليه|دفاع|وزراء)$/u.test(
    field.tokens[from - 1]?.key ?? '',
  );

const longAside = 14; // tokens between two commas behind who opens a sentence

/** "رئيس الوزراء فلان، المنتمي لحزب س، قال إن …": who opens the sentence speaks behind what is said of him. */
function isAside({ field: { tokens }, from }: Sentence, speaker: PartyMention, at: number): boolean {
  if (speaker.kind === 'generic' || at - speaker.to > longAside || at - speaker.to <= asideReach)
    return false;
  const begins =
    speaker.office && speaker.office.start < speaker.start ? speaker.office.start : speaker.start;
  const isFirst = (tokens[from + openReach]?.start ?? 0) >= begins;
  return isFirst && tokens[speaker.to]?.word === ',' && tokens[at - 1]?.word === ',';
}
const openReach = 2; // tokens before who opens a sentence: "لكن", "وكان"

/** "رصدوا قصفا من قبل س": who stands behind a preposition is not the subject, however near. */
const isGoverned = ({ field }: Sentence, from: number, at: number): boolean =>
  at > from && /^(?:من|علي|الي|مع|بين|ضد|قبل|في|ل|ب)$/u.test(field.tokens[at - 1]?.key ?? '');

/** "بمملكة البحرين، أعرب", "في جنوب لبنان وتقول": where it was said does not say it. */
function isSetting({ field }: Sentence, { from, start }: PartyMention): boolean {
  const token = field.tokens[from];
  if (token && field.text.slice(token.start, start).includes('ب')) return true;
  return /^[بل]?(?:في|منطقه|مدينه|محافظه|العاصمه|ريف|قرب|وسط|(?:جنوب|شمال|شرق|غرب)ي?)$/u.test(
    field.tokens[from - 1]?.key ?? '',
  );
}

/** "أفاد به بيان", "أكد ذلك الناطق": small words between a verb and its subject. */
function isBeside({ field }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!/^(?:به|بها|ذلك|بذلك|اليوم|امس|لنا)$/u.test(field.tokens[at]?.key ?? '')) return false;
  return true;
}

const isPress = ({ sourceType }: PartyMention): boolean => sourceType === 'agency' || sourceType === 'media';

/** "ونقلت وكالة س عن ص": the one told of says it, the agency only passes it on. */
function relayed(
  { field }: Sentence,
  { to }: PartyMention,
  speakers: readonly PartyMention[],
): PartyMention | undefined {
  for (let at = to; at < to + relayReach; at++)
    if (field.tokens[at]?.word === 'عن' || field.tokens[at]?.key === 'لسان')
      return speakers.find(({ from }) => from > at && from - at <= behindAbout);
  return undefined;
}

/** "قال ل«الجريدة»": who is told it does not say it. */
function isAddressed({ field }: Sentence, { from, start }: PartyMention): boolean {
  const token = field.tokens[from];
  if (!token) return false;
  const clitic = field.text.slice(token.start, start);
  const isAfterL = field.tokens[from - 1]?.key === 'ل' || field.tokens[from - 2]?.key === 'ل';
  if (!clitic.includes('ل') && !isAfterL) return false;
  return ![1, 2].some((back) => isAccording(field.tokens[from - back]?.key));
}
const isAccording = (key: string | undefined): boolean =>
  /^و?(?:وفقا|طبقا|بلاغ|بلاغا|تقرير|بيان)$/u.test(key ?? '');

const vague = /^(?:ال)?(?:نشطاء|ناشطون|ناشطين|مصادر|مصدر|مراسل|مراسلو)$/u;

/** "متحدث باسم الرئيس، فلان": the name is the president's. */
const isOfOffice = ({ rule, nested }: PartyMention): boolean =>
  rule === 'spokesperson' && (nested[0]?.kind === 'office' || nested[0]?.rule === 'commander');

/** "الناطق الإعلامي بشرطة … العقيد فلان": the person is the source; of "نشطاء المرصد" it is the institution. */
function namedBehind(sentence: Sentence, speaker: PartyMention): PartyMention {
  const { parties } = sentence;
  const [issuer] = speaker.nested;
  const isNamed = issuer?.canSpeak && (issuer.kind === 'registered' || issuer.text.includes(' ')); // not "للوزارة"
  if (speaker.rule === 'statement' && issuer && isNamed) return issuer; // "أفاد بيان للرئاسة", "تقرير صادر عن الوزارة"
  if (isNamedPerson(speaker) || isOfOffice(speaker)) return speaker;
  if (vague.test(speaker.text)) {
    const next = parties.find(({ from }) => from >= speaker.to);
    return next?.from === speaker.to && next.canSpeak ? next : speaker;
  }
  if (speaker.kind !== 'office' && speaker.number !== 'one') return speaker;
  if (speaker.kind === 'institution') return speaker;
  const person = parties.find((each) => each.from >= speaker.to && isNamedPerson(each));
  return person && isNamedAfter(sentence, speaker, person) ? person : speaker;
}

/** Nothing that begins what was said stands between the cue and its speaker. */
function isOwn(sentence: Sentence, from: number, speaker: PartyMention): boolean {
  const begins = tokenOfTitle(sentence, speaker);
  const { tokens } = sentence.field;
  const isQuoted =
    tokens[begins - 1]?.key === '"' && (begins === from + 1 || tokens[speaker.to]?.key === '"');
  const opens = isQuoted ? begins - 1 : begins; // "وفق «س»", "وفق ما نقلت «س»"
  for (let at = addresseeEnd(sentence, from); at < opens; at++)
    if (/^(?:ان|انه|انها|انهم|بان|عن|الذي|التي|الذين|:|")$/.test(tokens[at]?.key ?? '')) return false;
  return true;
}

const addresseeReach = 4; // tokens of a paper's name in quotation marks

/** "أوضح ل«الجريدة» الدكتور فلان": the token behind who is told it, or where the search began. */
function addresseeEnd({ field: { tokens } }: Sentence, from: number): number {
  if (tokens[from]?.key !== 'ل' || tokens[from + 1]?.key !== '"') return from;
  for (let at = from + 2; at <= from + 1 + addresseeReach; at++) if (tokens[at]?.key === '"') return at + 1;
  return from;
}

/** "أعلن الجيش أنه قصف …", "قالت الحركة إنها قد هاجمت", "إن مقاتليها هاجموا", "إن قصفت طائراته": who says it did it. */
export function isOwnDeed({ field }: Sentence, { from }: { from: number }, speaker: PartyMention): boolean {
  let at = from - 1;
  for (let own = from - 1; own >= Math.max(speaker.to, from - 1 - forceReach); own--)
    if (ownForces.test(field.tokens[own]?.text ?? ''))
      return /^ب?ان$/u.test(field.tokens[own - 1]?.key ?? '');
  while (at > speaker.to && /^(?:قد|امس|اليوم)$/u.test(field.tokens[at]?.key ?? '')) at--;
  return at >= speaker.to && /^ب?ان(?:ه|ها|هم|هما)$/u.test(field.tokens[at]?.key ?? '');
}

const forceReach = 2; // tokens between forces and their verb: "قواتها الجوية والبحرية شنت"
const ownForces =
  /^(?:قوات|مقاتلي|عناصر|طائرات|مقاتلات|طيران|جنود|جيش|جيوش|سلاح|دفاعات|مسلحي|رجال|وحدات|مدفعيت|سفن)(?:ه|ها|هم)$/u;

/** Whether a word of attribution has this party for its speaker. */
export const isSpeaker = (sentence: Sentence, mention: PartyMention): boolean =>
  sentence.cues.some(({ speaker }) => speaker === mention);

/** Whether a sentence goes on with what the speaker before it said. */
export const isContinued = ({ field, from, to }: Sentence): boolean =>
  continued.find(field.tokens, from, Math.min(to, from + 3)).length > 0;
