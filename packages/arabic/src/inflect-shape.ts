import {
  alef,
  alefHamza,
  alefMadda,
  maksura,
  noon,
  teh,
  waw,
  wawHamza,
  yeh,
  yehHamza,
} from './letter-names.ts';
/** What happens at the end of a verb's stem when endings follow. */
export type Shape = 'sound' | 'hollow' | 'doubled' | 'alef' | 'maksura' | 'yeh' | 'lively';

/** Eighth forms of roots that begin with seen look like tenth forms of doubled roots: استمع is no استمرّ. */
const eighthOfSeen = new Set('استمع استلم استند استبق استتر استعر استرق استلب'.split(' '));
/** Second letters of eighth forms whose first radical took the teh in: اتهم, ادخر, اطلع. */
const assimilated = new Set('تدطظذث');

/** The shape of a verb, read off its unvocalised citation forms; `doubled` decides where the letters cannot. */
export function shapeOf(past: string, present: string, doubled?: boolean): Shape {
  const last = past.at(-1);
  if (last === alef) return past.at(-2) === yeh ? 'lively' : 'alef'; // أحيا, دعا
  if (last === maksura) return 'maksura'; // نفى
  if (last === yeh) return 'yeh'; // بقي
  if (doubled ?? looksDoubled(past, present)) return 'doubled';
  const middle = past.at(-2);
  return past.length > 1 && (middle === alef || middle === alefMadda) ? 'hollow' : 'sound';
}

function looksDoubled(past: string, present: string): boolean {
  const [first = '', second = '', third = ''] = past;
  if (past.at(-2) === alef) return false;
  if (past.length === 2) return first !== alefMadda; // شن; not آل
  if (past.length === 3) return first === alefHamza && !'\u0623\u0624'.includes(present[1] ?? ''); // أعد, not أمر
  if (first !== alef) return false;
  if (past.length === 4) return !assimilated.has(second); // احتل, انضم, احمر; not اتهم
  if (past.length !== 5) return false;
  if (past.startsWith('است')) return !eighthOfSeen.has(past); // استمر
  if (past === 'اطمأن') return true; // four radicals, the first a tah
  return second !== noon && !assimilated.has(second) && !'تطد'.includes(third); // اقشعر
}

/** Seventh and ninth forms and the fourth of four radicals have no passive. */
export function hasPassive(past: string, shape: Shape): boolean {
  const [first = '', second = '', third = ''] = past;
  if (first !== alef) return true;
  if (second === noon) return third === teh; // انتخب is an eighth form
  if (past.startsWith('است') || assimilated.has(second)) return true;
  return shape !== 'doubled' || 'تطد'.includes(third);
}

export const isDefective = (shape: Shape): boolean =>
  shape === 'alef' || shape === 'maksura' || shape === 'yeh' || shape === 'lively';

/** The passive past as it is written without vowels: قيل, أصيب, دعي, قوتل, استؤنف, قرئ. */
export function pastPassiveOf(past: string, shape: Shape): string {
  let text = past;
  if (shape === 'hollow') text = `${text.slice(0, -2)}${yeh}${text.slice(-1)}`;
  if (isDefective(shape)) text = `${text.slice(0, -1)}${yeh}`;
  if (text.startsWith(alefMadda)) return `${alefHamza}و${text.slice(1)}`; // آمن -> أومن
  if (text.startsWith('است\u0623')) text = `است${wawHamza}${text.slice(4)}`;
  if (text.length > 3 && text[1] === alef && shape !== 'hollow') text = `${text[0]}و${text.slice(2)}`; // third form
  if (text.length > 4 && text[0] === teh && text[2] === alef) text = `ت${text[1]}و${text.slice(3)}`; // sixth
  if (text.length === 3 && text[1] === alefHamza) text = `${text[0]}${yehHamza}${text[2]}`; // سأل -> سئل
  return text.endsWith(alefHamza) && text.length > 1 ? `${text.slice(0, -1)}${yehHamza}` : text; // قرأ -> قرئ
}

/** The passive present: يقال, يصاب, يدعى, يؤخذ, يوجد, ينشأ. */
export function presentPassiveOf(present: string, past: string, shape: Shape): string {
  let text = present;
  if (shape === 'hollow') text = `${text.slice(0, -2)}${alef}${text.slice(-1)}`;
  if (isDefective(shape)) {
    const stem = text.slice(0, -1);
    text = stem + (stem.endsWith(yeh) && stem.length > 1 ? alef : maksura); // يحيي -> يحيا, ينفي -> ينفى
  }
  if (past.startsWith(alefHamza) && text.startsWith('ي\u0623')) text = `${yeh}${wawHamza}${text.slice(2)}`;
  if (past.startsWith(waw) && past.length === 3 && text[1] !== waw) text = `${yeh}و${text.slice(1)}`;
  return text.endsWith(yehHamza) ? `${text.slice(0, -1)}${alefHamza}` : text;
}
