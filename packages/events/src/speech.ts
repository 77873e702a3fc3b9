import type { PartyMention } from '@rasid/actors';
import { compilePhrases } from '@rasid/arabic';
import type { Sentence } from './reading.ts';

/** Words after or before which the speaker stands: arabic news style, attribution. */
const cues =
  'قال;قالت;أفاد;أفادت;أعلن;أعلنت;ذكر;ذكرت;أكد;أكدت;أوضح;أوضحت;صرح;صرحت;كشف;كشفت;أضاف;أضافت;بحسب;حسب;وفقا ل;وفق;نقلا عن;نقلت عن;نقل عن;أشار;أشارت;لفت;لفتت;رصد;رصدت;وثق;وثقت;يقول;تقول;بينت;تابع;تابعت;أبلغ;طبقا ل;على حد قول;نقلت;أوردت;أورد;بثت;نشرت;تحدثت;أفادنا;يؤكد;تؤكد;تفيد;أخبر;اعتبر;شدد;شددت;حسبما أفاد;حسبما أفادت;حسبما ذكرت;حسبما ذكر;حسبما أعلن;كتب;غرد;علم من;اعلن;اكد;افاد';
const matcher = compilePhrases(
  cues
    .split(';')
    .filter((cue) => cue !== 'عن')
    .map((phrase) => ({ phrase, value: phrase })),
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

export type Cue = { from: number; to: number; speaker: PartyMention | null };

/** The words of attribution of a sentence, each with its speaker where one is named. */
export function cuesOf(sentence: Sentence): Cue[] {
  const { field, from, to, parties } = sentence;
  const speakers = parties.filter(({ canSpeak, kind }) => canSpeak && kind !== 'adjective');
  return matcher.find(field.tokens, from, to).map((cue) => {
    const after = speakers.find((each) => each.from >= cue.to && each.from - cue.to <= speakerReach);
    const before = speakers.find((each) => each.to === cue.from || each.to === cue.from - 1);
    const own = isOwn(sentence, cue.to, after) ? after : undefined;
    const isAdjacent = own !== undefined && own.from === cue.to;
    const speaker = isAdjacent ? own : (before ?? own);
    return { from: cue.from, to: cue.to, speaker: speaker ? namedBehind(sentence, speaker) : null };
  });
}

const nameReach = 10; // tokens from an office to the name of its holder, with rank and town between
const vague = /^(?:ال)?(?:نشطاء|ناشطون|ناشطين|مصادر|مصدر|مراسل|مراسلو)$/u;

/** "الناطق الإعلامي بشرطة … العقيد فلان": the person is the source; of "نشطاء المرصد" it is the institution. */
function namedBehind({ field, parties }: Sentence, speaker: PartyMention): PartyMention {
  const isOffice = speaker.kind === 'office';
  if (!isOffice && !vague.test(speaker.text)) return speaker;
  const next = parties.find(({ from }) => from >= speaker.to);
  if (!next || next.from - speaker.to > (isOffice ? nameReach : 0)) return speaker;
  const isName = isOffice
    ? next.kind === 'person' || (next.kind === 'registered' && next.number === 'one')
    : next.canSpeak;
  for (let at = speaker.to; at < next.from; at++)
    if (/^(?:ان|بان|انه|انها|عن|:|\.)$/.test(field.tokens[at]?.key ?? '')) return speaker;
  return isName ? next : speaker;
}

/** Nothing that begins what was said stands between the cue and its speaker. */
function isOwn({ field }: Sentence, from: number, speaker: PartyMention | undefined): boolean {
  if (!speaker) return false;
  for (let at = from; at < speaker.from; at++)
    if (/^(?:ان|انه|انها|انهم|بان|عن|:|")$/.test(field.tokens[at]?.key ?? '')) return false;
  return true;
}

export const isSpeaker = (sentence: Sentence, mention: PartyMention): boolean =>
  sentence.cues.some(({ speaker }) => speaker === mention);

/** Whether a sentence goes on with what the speaker before it said. */
export const isContinued = ({ field, from, to }: Sentence): boolean =>
  continued.find(field.tokens, from, Math.min(to, from + 3)).length > 0;
