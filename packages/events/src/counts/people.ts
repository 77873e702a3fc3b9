import { keptOf, lookupKey, type NumberMention, nounAt } from '@rasid/arabic';
import type { Sentence } from '../text/reading.ts';
import { headAt } from './count-heads.ts';

/** A number with what it counts, or somebody who is one or two without a number: "والده", "آخر", "طفليه". */
export type Counted = NumberMention & { isKin?: boolean };

/** Relatives and companions of somebody named before; with a pronoun the singular is one, the dual two. */
const kin =
  'والد والدة أم أب أبو أبي زوج زوجة ابن ابنة نجل شقيق شقيقة أخ أخو أخي أخت جد جدة عم عمة خال خالة طفل طفلة رضيع حفيد صهر مرافق مرافقة سائق حارس مساعد صديق زميل قريب خطيب خطيبة ولد بنت ربيب نائب';
/** Those whose dual is not written like a plural. */
const kinInTwo =
  'والد ابن نجل شقيق طفل طفلة ابنة شقيقة أخت حفيد ولد بنت رضيع زوج صديق زميل مرافق حارس سائق مساعد';
const soundPlural = new Set('مرافق حارس سائق مساعد'.split(' ')); // مرافقيه: his companions, two or more
const pronouns = ['ه', 'ها', 'هم', 'هما'];
const kinForms = new Map<string, number>();
for (const word of kin.split(' '))
  for (const pronoun of pronouns) kinForms.set(lookupKey(bound(word) + pronoun), 1);
for (const word of kinInTwo.split(' '))
  for (const pronoun of pronouns) {
    kinForms.set(lookupKey(`${bound(word)}ا${pronoun}`), 2);
    if (!soundPlural.has(word)) kinForms.set(lookupKey(`${bound(word)}ي${pronoun}`), 2);
  }
/** Relatives named without a pronoun, only right behind a casualty word: "وفاة أم وطفليها". */
const alone = new Map<string, number>(
  (
    [
      ['أم أما أب أبا زوجة زوج شقيق شقيقة والدة والد', 1],
      ['نقيب ملازم رائد عقيد عميد لواء رقيب عريف مجند أمين وزير', 1],
      ['زوجين زوجان شقيقين شقيقان شقيقتين شقيقتان توأمين توأم', 2],
    ] as [string, number][]
  ).flatMap(([words, count]) => words.split(' ').map((word): [string, number] => [lookupKey(word), count])),
);
/** "وأصيب آخر", "وجرح ثالث": one more, where no noun follows. */
const further = new Set([
  'الاخر',
  'الثالث',
  'الرابع',
  'الثالثه',
  'الرابعه',
  'اخر',
  'اخري',
  'ثان',
  'ثالث',
  'ثالثه',
  'رابع',
  'رابعه',
  'خامس',
]);

/** A feminine noun before its pronoun. */
function bound(word: string): string {
  return word.endsWith('\u0629') ? `${word.slice(0, -1)}ت` : word; // teh marbuta opens
}

/** Everyone a sentence counts, in reading order. */
export function peopleOf(sentence: Sentence): Counted[] {
  const { field, from, to, numbers } = sentence;
  const told = numbers.filter(({ trap, from: at }) => !trap && !isPairOf(field.tokens, at));
  const people: Counted[] = told.filter((each) => !isNobody(sentence, each));
  const isRead = new Set(told.map((each) => each.from));
  for (let at = from; at < to; at++) {
    const count = isRead.has(at) ? 0 : countAt(sentence, at);
    const token = field.tokens[at];
    if (count === 0 || !token) continue;
    const { start, end, text } = token;
    people.push({
      from: at,
      to: at + 1,
      start,
      end,
      text,
      min: count,
      max: count,
      qualifier: 'exact',
      kind: count === 1 ? 'singular' : 'dual',
      noun: null,
      isKin: true,
    });
  }
  return people.sort((a, b) => a.from - b.from);
}

/** "مقتل ضابطي شرطة", "قتل جنديا حراسة": a dual before the noun it belongs to. */
const isPairOf = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  pair.test(tokens[at]?.key ?? '') && service.test(tokens[at + 1]?.key ?? '');
const pair = /^(?:ضابط|شرطي|جندي|عنصر|رجل|مجند|حارس|فرد|قيادي|موظف)[اي]$/u;
const service =
  /^(?:شرطه|امن|جيش|درك|حرس|حراسه|استخبارات|مخابرات|جمارك|حدود|مرور|اسعاف|اطفاء|اغاثه|احتياط)$/u;

/** How many a word names by kinship, with and without "and" before it, where it can stand for people. */
const kinOf = keptOf((key) => {
  const own = kinForms.get(key) ?? 0;
  const joined = key.startsWith('و') && key.length > 3 ? (kinForms.get(key.slice(1)) ?? 0) : 0;
  const behindHead = own || (alone.get(key) ?? 0);
  const isFurther = further.has(key);
  return own || joined || behindHead || isFurther ? { own, joined, behindHead, isFurther } : null;
});
/** "أطفاله الثلاثة": relatives whose number stands behind them. */
const areKin = keptOf((key) =>
  /^و?(?:اطفال|ابناي|ابناء|اولاد|بنات|اشقاي|اشقاء|شقيقات)(?:ه|ها|هم|هما)$/u.test(key),
);
const numberBehind = /^ال(ثلاث|اربع|خمس|ست|سبع|ثماني?)ه?$/u;
const few = new Map([
  ['ثلاث', 3],
  ['اربع', 4],
  ['خمس', 5],
  ['ست', 6],
  ['سبع', 7],
  ['ثمان', 8],
  ['ثماني', 8],
]);
const company = keptOf((key) => /^(?:مع|برفقه|رفقه)$/u.test(key));

function countAt({ field, from }: Sentence, at: number): number {
  const { tokens } = field;
  const token = tokens[at];
  if (!token) return 0;
  if (at > from && isPairOf(tokens, at) && headAt(field, at - 1) !== undefined) return 2;
  if (areKin(token)) return few.get(numberBehind.exec(tokens[at + 1]?.key ?? '')?.[1] ?? '') ?? 0;
  const kin = kinOf(token);
  if (!kin) return 0;
  if (at > from && headAt(field, at - 1) !== undefined) {
    if (kin.behindHead && (token.key !== 'امين' || tokens[at + 1]?.key === 'شرطه')) return kin.behindHead;
    if (kin.isFurther && endsPhrase(tokens[at + 1]?.key ?? '')) return 1;
  }
  const before = tokens[at - 1];
  return before && company(before) ? kin.own : kin.joined;
}

const endsPhrase = (key: string): boolean =>
  /^(?:[.،,؛:()"]|في|من|جراء|اثر|خلال|عقب|نتيجه|بسبب|بعد|لم|كما|حسب|وفق|نقل|حالته|قرب|علي|عند|شرق|غرب|شمال|جنوب|امس|اليوم|مساء|صباح|فجر|ليل|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|$)/u.test(
    key,
  ) ||
  /^[وبفل]./u.test(key) ||
  key === '';

/** A single noun that is not the one harmed: what a preposition brings, an adjective, one side of "قتيل وجريح". */
function isNobody({ field, from }: Sentence, number: NumberMention): boolean {
  if (number.kind !== 'singular' && number.kind !== 'dual') return false;
  const before = number.from > from ? (field.tokens[number.from - 1]?.key ?? '') : '';
  const token = field.tokens[number.from];
  const isBrought = /^[وف]?[بل]/u.test(token?.key ?? '') && !isOwnLetter(token?.key ?? '', number);
  if (isBrought && !/^(?:اودي|اطاح|اودت|اطاحت|امسك|تودي|يودي)/u.test(before)) return true;
  if (number.kind === 'dual') return isDoer(field.tokens, number, before);
  if (isBodyOfMany(field.tokens, number)) return true;
  if (being.test(before) && /^(?:جريح|مصاب|قتيل)ا?$/u.test(token?.key ?? '')) return true; // "وهو جريح", "كان مصابا"
  if (before === 'بين' || doing.test(before) || isVictimOf(token?.key ?? '', before)) return true;
  if (/^و(?:جريح|مصاب|مفقود)/u.test(token?.key ?? '') && /^(?:قتيل|شهيد)$/u.test(before))
    return isMixed(field.tokens, number.from);
  if (/^و/u.test(token?.key ?? '') && isMixed(field.tokens, number.from)) return true; // "بين أسير وقتيل"
  if (killing.test(before) && isKiller(field.tokens, number.to)) return true;
  return number.noun?.lemma === 'مسلح' && armed.test(before);
}

/** "قتل شاب 10 أشخاص", "قتل مشتبه به انتحاري 26 شخصا": whom he killed follows. */
function isKiller(tokens: Sentence['field']['tokens'], from: number): boolean {
  for (let at = from; at <= from + describedBy; at++) {
    const key = tokens[at]?.key ?? '';
    if (numeral.test(key)) return true;
    if (!/^(?:به|بها|[^وبفل].{2,}[^ه])$/u.test(key) || /^(?:في|من|علي|بعد|قرب|خلال|عمره)$/u.test(key))
      return false;
  }
  return false;
}
const describedBy = 2; // words between a killer and whom he killed

/** "جثمان فلسطينيين قتلا": the body of two. */
const isBodyOfMany = (tokens: Sentence['field']['tokens'], { noun, to }: NumberMention): boolean =>
  /^(?:جثمان|جثه)$/u.test(noun?.lemma ?? '') && nounAt(tokens[to]?.key ?? '')?.number === 'plural';

const being = /^[وف]?(?:هو|كان|يكون|ظل|بقي)$/u;

/** "اغتال مسلحان مجهولان": two in the nominative behind a verb that is not passive, or unknown ones. */
const isDoer = (tokens: Sentence['field']['tokens'], { from, to }: NumberMention, before: string): boolean =>
  /ان$/u.test(tokens[from]?.key ?? '') &&
  (/^مجهولان$/u.test(tokens[to]?.key ?? '') || /^[وف]?(?:اغتال|هاجم|اقدم)$/u.test(before));

/** "برصاص مسلح", "على يد شخص", "دون أي شخص": who did it, or nobody. */
const doing = /^(?:[وف]?ب?(?:رصاص|نيران|سلاح|سكين|يد|سياره)|ايدي|قبل|اي|ايه|ضد|ضحايا|ضحيه)$/u;

const numeral = /^(?:\d|اثنين|ثلاث|اربع|خمس|سته?$|سبع|ثمان|تسع|عشر)/u;
const killing = /^[وف]?(?:قتل|قتلت|يقتل|تقتل|اصاب|اصابت|طعن|دهس)$/u;

/** "راح ضحية الحادث 26 شخصا", "ضحية عملية احتيال": a victim of something; "سقوط ضحية" is one. */
const isVictimOf = (key: string, before: string): boolean =>
  key === 'ضحيه' && !/^(?:سقوط|سقطت|وقوع|خلف|خلفت|اوقع|اوقعت|وجود)$/u.test(before);

/** "بفتاة", not "بنت". */
const isOwnLetter = (key: string, { noun }: NumberMention): boolean =>
  noun === null ||
  noun.lemma.startsWith(key[0] ?? '') ||
  noun.lemma.startsWith(key.replace(/^[وف](?=.{3})/u, '')[0] ?? '');

const isMixed = (tokens: Sentence['field']['tokens'], at: number): boolean => tokens[at - 2]?.key === 'بين';

/** Nouns that "مسلح" describes: "هجوم مسلح", "رجل مسلح". */
const armed =
  /^(?:[وبفل]?(?:هجوم|اشتباك|سطو|نزاع|صراع|كمين|خلاف|شجار|تمرد|فصيل|تنظيم|رجل|شخص|شاب|عنصر|عمل|قتال|تشكيل|جناح|حزب|تدخل|انتشار|اعتداء|تبادل)(?:ا)?)$/u;
