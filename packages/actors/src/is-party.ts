import { harmed } from './harm.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { speaks } from './speech.ts';

type Marks = {
  inner: Phrase | null;
  tail: { inner: Phrase | null } | null;
  isDescribed: boolean;
  adjective: string;
  hasPronoun: boolean;
};

/** Adjectives that make a body of people an armed one. */
const armed =
  /^(?:مسلح|عسكري|امني|خاص|حكومي|نظامي|مشترك|معارض|ارهابي|متطرف|متشدد|جهادي|انفصالي|مجهول|قبلي|عشايري|كردي|اكراد|عرب|تركمان|دروز|علوي|اجانب|شيعي|سني)(?:ه|ين|ون|ان|ا)?$/u;

/** Whether a noun phrase says enough to be a party; the class of its head says how much is needed. */
export function isParty(
  reader: Reader,
  phrase: Phrase,
  { inner, tail, isDescribed, adjective, hasPronoun }: Marks,
): boolean {
  const { noun, country, nested, isDefinite } = phrase;
  if (!noun) return true;
  if (decides(reader, phrase) || isOtherNoun(reader, phrase)) return false;
  if (hasPronoun) return true;
  const isModified = inner !== null || tail !== null || isDescribed;
  const isOwned = country !== null || nested.some((each) => isOwner(each, noun.kind));
  switch (noun.alone) {
    case 'yes':
      return isModified || noun.kind !== 'office' || isDefinite || isSaidOf(reader, phrase);
    case 'modified':
      return isModified || isReporting(reader, phrase);
    case 'named':
      return (
        isNamed(reader, inner) ||
        (isDescribed && (country !== null || armed.test(adjective))) ||
        isReporting(reader, phrase)
      );
    case 'quoted':
      return isNamed(reader, inner) && !isPlainNoun(inner);
    case 'owned':
      if (isBroadcaster(reader, phrase)) return false;
      return (
        isOwned ||
        (noun.kind === 'group' && tail?.inner === null) || // "الفصائل الموالية لها"
        (noun.kind === 'group' && isHarmed(reader, phrase)) ||
        (isDescribed && armed.test(adjective)) ||
        (inner !== null && !inner.isDefinite)
      );
    case 'acting':
      return (country !== null && !isOfThing(inner)) || actsHere(reader, phrase) || isHarmed(reader, phrase);
  }
}

/** "أفاد مراسلنا", "بحسب وسائل إعلام محلية": press that nothing names is one who says it, and nobody else. */
const isReporting = ({ tokens }: Reader, { noun, from, isDefinite }: Phrase): boolean =>
  (noun?.source === 'media' ||
    (isDefinite && noun !== null && bareSpeakers.has(noun.id) && !/وكاله$/u.test(tokens[from]?.key ?? '')) ||
    (noun?.source === 'ngo_monitor' && isDefinite)) &&
  (speaks(tokens[from - 1]?.key ?? '') || accordingTo.test(tokens[from - 1]?.key ?? ''));
const bareSpeakers = new Set(['agency_state', 'centre', 'medical_org', 'school', 'company']);
const accordingTo = /^[وف]?(?:ب?حسب|وفقا?|طبقا|نقلا)$/u;

/** "الحكم القاضي ببطلان الانتخابات": what a ruling provides for, no judge. */
const decides = ({ tokens }: Reader, { from, to }: Phrase): boolean =>
  tokens[from]?.key === 'القاضي' &&
  /^[وبل]?ال|^لل/u.test(tokens[from - 1]?.key ?? '') &&
  to === from + 1 &&
  /^ب(?!ال|ان$).{3}/u.test(tokens[to]?.key ?? '');

/** "قضاء عطلة العيد", "قناة السويس": the noun means something else beside such a word. */
function isOtherNoun(reader: Reader, { noun, from }: Phrase): boolean {
  const { tokens } = reader;
  return (
    (noun?.id === 'armed_org' && /جبهه$/u.test(tokens[from]?.key ?? '') && isGround(reader, from + 1)) ||
    (noun?.id === 'family' && /^ب?جده$/u.test(tokens[from]?.key ?? '') && isTown(reader, from)) ||
    (noun?.id === 'journalist' && tokens[from]?.key === 'اعلاميا') ||
    (noun?.id === 'court' && spent.test(tokens[from + 1]?.key ?? '')) ||
    (noun?.id === 'agency_state' &&
      tokens[from]?.key.endsWith('ولايه') === true &&
      terms.test(tokens[from + 1]?.key ?? '')) ||
    (noun?.id === 'media' && water.test(tokens[from + 1]?.key ?? ''))
  );
}

/** "بجدة": the town, no grandmother. */
const isTown = (reader: Reader, at: number): boolean =>
  reader.placeFrom(at) !== null || reader.placeFrom(at, 1) !== null;

/** "جبهة صرواح", "جبهة الساحل الغربي": where it is fought. */
const isGround = (reader: Reader, at: number): boolean =>
  reader.placeFrom(at) !== null ||
  /^(?:الساحل|القتال|الحدود|الشمال|الجنوب|الشرق|الغرب)$/u.test(reader.tokens[at]?.key ?? '');
const spent =
  /^(?:ال)?(?:عطله|عطل|اجازه|وقت|اوقات|ليله|ليال|ايام|يوم|فتره|بقيه|مده|محكوميه|عقوبه|سنوات|حاجه|حاجات)/u;
const terms = /^(?:اولي|ثانيه|ثالثه|رابعه|خامسه|جديده|اخري|رياسيه|مقبله|كامله)$/u; // "لولاية ثانية" is a term of office
const water = /^(?:السويس|بنما|مائيه|ماييه|المايه|الري|اليوتيوب)$/u;

/** Passengers own no aircraft: what fights belongs to a body, a family to anyone. */
const isOwner = ({ noun, entry, isPerson, isQuoted, refers }: Phrase, kind: string): boolean =>
  (noun !== null && (noun.kind !== 'generic' || kind === 'generic')) ||
  entry !== null ||
  isPerson ||
  isQuoted ||
  refers !== null;

/** "تنظيم «الدولة»", "كتيبة خالد", "حزب النور"; a common noun of happenings after it names nothing: "حركة المرور". */
function isNamed(reader: Reader, inner: Phrase | null): boolean {
  if (!inner) return false;
  return inner.isQuoted || inner.isPerson || inner.entry !== null || !isCommon(reader, inner);
}

const isPlainNoun = (inner: Phrase | null): boolean =>
  inner?.isDefinite === true && !inner.isQuoted && !inner.isPerson && inner.entry === null;

const common =
  /^(?:ال)?(?:مرور|سير|ملاحه|رياح|طيران|بيع|شراء|عمل|اسعار|تجاره|تبادل|سوق|اسواق|سفر|تنقل|نزوح|مساعدات|عمليه|عمليات|نسل|وقت|اعمال|صفوف|مجتمع|حياه|فكر|ثقافه|ترجمه|تاليف|نقل|ركاب|مواد|مركبات|سيارات|قطارات|حفلات|اجتماع|حادث|كتروني|اضراب|مظاهر|تظاهر|وقفه|مسيره|احتجاج|اعتصام|موتمر|ندوه|مهرجان|فعاليه|فعاليات|انتخاب|زياره|بطوله|دوره|مسابقه|معرض|ورشه|حمله)/u;
const isCommon = (reader: Reader, { from }: Phrase): boolean => common.test(reader.tokens[from]?.key ?? '');

/** "ذكرت شبكة «س»": a network that says something is no cell. */
const isBroadcaster = (reader: Reader, { from, noun }: Phrase): boolean =>
  noun?.kind === 'group' &&
  /شبكه$/u.test(reader.tokens[from]?.key ?? '') &&
  speaks(reader.tokens[from - 1]?.key ?? '');

/** "أمن البحر الأحمر", "أمن الدولة": what is kept safe is no force. */
const isOfThing = (inner: Phrase | null): boolean =>
  inner !== null && inner.noun === null && inner.entry === null;

/** A verb right before or after: "اعتقل الأمن", "الداخلية تنفي"; "انعدام الأمن" is no party. */
function actsHere(reader: Reader, phrase: Phrase): boolean {
  const { from, to } = phrase;
  const before = reader.words[from - 1];
  const after = reader.words[to];
  if (before?.isVerb)
    return phrase.noun?.id !== 'short_ministry' || speaks(reader.tokens[from - 1]?.key ?? '');
  const isFirst = from === 0 || reader.tokens[from - 1]?.kind === 'punctuation';
  return after?.isVerb === true || (isFirst && reader.tokens[to]?.text === ':');
}

/** "قال مسؤولون", "مقتل عقيد": an office without an article is a party where something is said of it. */
function isSaidOf(reader: Reader, phrase: Phrase): boolean {
  const before = reader.tokens[phrase.from - 1]?.key ?? '';
  return speaks(before) || accordingTo.test(before) || isHarmed(reader, phrase);
}

/** After a word of harm or a number: "مقتل عناصر", "27 عنصرا", "عنصرين"; "عناصر من التنظيم" is said of the group instead. */
function isHarmed(reader: Reader, { from, to, number }: Phrase): boolean {
  const before = reader.tokens[from - 1];
  if (reader.tokens[to]?.key === 'من') return false;
  return number === 'two' || before?.kind === 'number' || harmed.has(before?.key ?? '');
}
