import type { Sentence } from '../text/reading.ts';
import { titles } from './count-words.ts';
import type { Counted } from './people.ts';

const listReach = 6; // tokens in which a list goes on: "طفلة في قرية س وسيدة في قرية ص"

/** Words that lead on from a name and are in none. */
const leading = 'في|من|علي|الي|عن|مع|بعد|قبل|جراء|اثر|خلال|عقب|الذي|التي|كان|هو|قرب|بين|ان';
/** Words that are no name behind a title, by how they begin or end. */
export const noName = new RegExp(`^(?:${leading}|ال|[بولفيت])|^.{1,2}$|ين$|ون$`, 'u');
/** "والمصور خالد": a title with a name. */
const isTitle = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  titles.has((tokens[at]?.key ?? '').replace(/^وال/u, '')) && !noName.test(tokens[at + 1]?.key ?? '');

const connectors =
  /^(?:من (?:\S+ ){1,3}|\S+ )?(?:، |, )?(?:مع|برفقه|رفقه|الي جانب|اضافه الي|بالاضافه الي|فضلا عن|وكذلك)$/u;

/** "طفلان وامرأة", "قيادي مع ثلاثة من مرافقيه": joined at once or after the place of the one before; never "وإصابة". */
export function isJoined({ field }: Sentence, number: Counted, before: Counted): boolean {
  const distance = number.from - before.to;
  const isOne = number.kind === 'singular' && before.kind === 'singular' && !number.isKin;
  const isAnd =
    field.tokens[number.from]?.key.startsWith('و') === true || field.tokens[number.from - 1]?.key === 'و';
  if (isOne && field.tokens[number.from]?.key.startsWith('وال') && !isTitle(field.tokens, number.from))
    return false; // "والعائلة"
  const isPart = [before.to, (before.noun?.from ?? 0) - 1].some((at) => field.tokens[at]?.key === 'من'); // "خمسة من عناصر الشرطة وأحد السجناء"
  const isOneOf = /^[وف]?احد[يه]?$/u.test(field.tokens[before.from]?.key ?? ''); // "أحد رجال المجاهدين بالطوال وثلاثة جنود"
  if (isAnd && distance <= (isOne || isPart || isOneOf ? listReach : 1)) return true;
  if (distance === 1 && field.tokens[before.to]?.key === 'و') return true; // "ضابط و3 جنود"
  if (isAnd && isApart(field.tokens, before, number)) return true;
  if (distance < 1 || distance > listReach) return false;
  const between = field.tokens.slice(before.to, number.from).map(({ key }) => key);
  return connectors.test(between.join(' '));
}

/** "5 جنود مصريين و7 مسلحين", "12 مدنيا على الأقل وجنديا", "10 منهم وثلاثة عمال", "فلان وزوجته": little between. */
function isApart(tokens: Sentence['field']['tokens'], before: Counted, number: Counted): boolean {
  const isLoose = tokens[number.from - 1]?.key === 'و';
  const between = tokens.slice(before.to, isLoose ? number.from - 1 : number.from).map(({ key }) => key);
  if (/^(?:علي الاقل|منهم|منها)$/u.test(between.join(' '))) return true;
  if (isHurtBy(tokens, number)) return between.length <= meansReach && hurtBy.test(between[0] ?? '');
  if (number.isKin)
    return (
      between.length <= nameReach &&
      !between.some((key) => notOfName.test(key)) &&
      !befell.test(tokens[number.to]?.key ?? '')
    );
  if (before.kind === 'singular' && number.kind !== 'singular' && between.length === 1)
    return !notOfName.test(between[0] ?? ''); // "سائق الحافلة و11 راكبا"
  return between.length <= adjectiveReach && between.every((key) => /^[^و].*(?:يين|يا|يه|يات)$/u.test(key));
}
/** "5 بالرصاص الحي و30 بالاختناق": the hurt, by what hurt them. */
export const isHurtBy = (tokens: Sentence['field']['tokens'], { to }: Counted): boolean =>
  hurtBy.test(tokens[to]?.key ?? '');
const hurtBy = /^ب(?:ال)?(?:رصاص|اختناق|اختناقات|شظايا|حروق|كسور|رضوض|غاز)$/u;
const meansReach = 5; // words of one means: "بالرصاص المعدني المغلف بالمطاط"
const nameReach = 5; // tokens of an office and a name: "وزير الدفاع العماد فلان ونائبه"
const adjectiveReach = 2;
/** Words that are in no name, whole. */
const notOfName = new RegExp(`^(?:${leading}|كانت|هي|[،,.:؛])$|^[وف].{3,}|^[بل].{4,}`, 'u');
const befell = /^(?:اصيب|قتل|توفي|جرح|نجا|نجت|اعتقل|قال|اعلن|اكد)/u;
