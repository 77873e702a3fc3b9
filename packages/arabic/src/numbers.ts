import { nounAfterNumber, nounAt } from './counted-nouns.ts';
import { mapped } from './mapped.ts';
import { measureOf } from './number-traps.ts';
import { type NumberView, numberView, quantityWords } from './number-view.ts';
import { fractions, ordinalStarts, ordinals, units } from './number-words.ts';
import { afterRepeated, pastAside, readNumber } from './numbered.ts';
import { type Bounds, exactly, phraseAt, type Qualifier, trailing, vague } from './quantities.ts';
import type { Token } from './tokenize.ts';

export type { Qualifier };

export type NumberMention = {
  /** Token range of number, comparator and counted noun. */
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  min: number | null;
  max: number | null;
  qualifier: Qualifier;
  kind: 'digits' | 'words' | 'dual' | 'singular' | 'vague' | 'ordinal' | 'fraction';
  noun: { from: number; to: number; lemma: string; isPerson: boolean } | null;
  /** Why it counts nothing: an age, a time, money, an ordinal, a date … */
  trap?: string | undefined;
  /** "20 بين قتيل وجريح": the number is of several kinds together. */
  isMixed?: boolean | undefined;
};

export type Reading = {
  /** Parts of the view after the mention. */
  to: number;
  bounds: Bounds;
  kind: NumberMention['kind'];
  /** Tokens of the counted noun, before or after the number. */
  noun?: NumberMention['noun'];
  trap?: string | undefined;
  isMixed?: boolean;
};

/** What the readers look at: the tokens, their keys, and the view with particles apart. */
export type Place = {
  text: string;
  tokens: readonly Token[];
  keys: readonly string[];
  view: NumberView;
  at: number;
};

/** Every quantity of the text with its bounds and, where it stands beside one, the noun it counts. */
export function findNumbers(text: string, tokens: readonly Token[]): NumberMention[] {
  const view = numberView(tokens);
  const keys = mapped(tokens, ({ key }) => key);
  const found: NumberMention[] = [];
  let next = 0;
  for (const at of view.begins) {
    const read = at < next ? null : readAt({ text, tokens, keys, view, at });
    if (!read) continue;
    add(found, text, tokens, view, at, read);
    next = Math.max(read.to, at + 1);
  }
  return found;
}

function readAt(place: Place): Reading | null {
  const { view, at } = place;
  const key = view.keys[at] ?? '';
  const first = key.charCodeAt(0);
  const isDigit = first >= 0x30 && first <= 0x39;
  if (!isDigit && !quantityWords.has(key)) return key.length > 2 ? bareNoun(place) : null;
  return (
    readNumber(place) ??
    oneOf(place) ??
    vagueAt(place) ??
    ordinalAt(view, at) ??
    fractionAt(view, at) ??
    bareNoun(place)
  );
}

const selfNouns = new Set(['بعض', 'عده']); // "البعض" is a pronoun

/** "عدد من الجرحى", "عشرات القتلى", "بضعة أشخاص". */
function vagueAt({ view, at, keys }: Place): Reading | null {
  const quantity = phraseAt(vague, view.keys, at);
  if (!quantity || (view.keys[at - 1] === 'ال' && selfNouns.has(view.keys[at] ?? ''))) return null;
  const last = view.owner[quantity.to - 1] ?? 0;
  const nounToken = keys[last + 1] === 'من' ? last + 2 : last + 1;
  const form = nounAfterNumber(keys[nounToken] ?? '', true);
  const noun = form
    ? { from: nounToken, to: nounToken + 1, lemma: form.lemma, isPerson: form.isPerson }
    : null;
  const trap = noun ? undefined : measureOf(keys[nounToken] ?? '');
  return {
    to: quantity.to,
    bounds: { ...quantity.value, qualifier: 'vague' },
    kind: 'vague',
    noun: noun ?? nounBeforeSeveral(keys, view.owner[at] ?? 0),
    trap,
  };
}

/** "صواريخ عدة". */
function nounBeforeSeveral(keys: readonly string[], own: number): NumberMention['noun'] {
  const form = keys[own] === 'عده' ? nounAt(keys[own - 1] ?? '') : undefined;
  return form?.number === 'plural'
    ? { from: own - 1, to: own, lemma: form.lemma, isPerson: form.isPerson }
    : null;
}

/** "أحد المنازل", "إحدى الطائرات": one of them. Without a noun that is counted it is no number. */
function oneOf({ keys, view, at }: Place): Reading | null {
  const own = view.owner[at] ?? 0;
  const isDefinite = [1, 2].some((step) => (keys[own + step] ?? '').startsWith('ال')); // "أحد رجال الأمن"
  if (!oneWords.has(view.keys[at] ?? '') || !isDefinite) return null;
  const form = nounAfterNumber(keys[own + 1] ?? '', true);
  if (form?.number !== 'plural' || !(form.isPerson || form.lemma === 'منزل')) return null; // "في أحد الأحياء" is a place
  return {
    to: at + 1,
    bounds: exactly(1),
    kind: 'words',
    noun: { from: own + 1, to: own + 2, lemma: form.lemma, isPerson: form.isPerson },
  };
}

const oneWords = new Set(['احد', 'احدي']);

/** Months whose second word is an ordinal: كانون الثاني. */
const monthStarts = new Set(['تشرين', 'كانون', 'ربيع', 'جمادي']);

/** "الثالث", "الخامسة عشرة", "الخامس والعشرين": kept apart, they count nothing. */
function ordinalAt({ keys }: NumberView, at: number): Reading | null {
  const plain = ordinals.get(keys[at] ?? '');
  const start = plain ?? ordinalStarts.get(keys[at] ?? '');
  if (start === undefined || monthStarts.has(keys[at - 1] ?? '')) return null;
  let value = start;
  let to = at + 1;
  if (keys[to] === 'عشر' || keys[to] === 'عشره') {
    value += 10;
    to++;
  } else if (keys[to] === 'و') {
    const tensAt = keys[to + 1] === 'ال' ? to + 2 : to + 1;
    const tens = units.get(keys[tensAt] ?? '');
    if (tens !== undefined && tens >= 20 && tens < 100) {
      value += tens;
      to = tensAt + 1;
    }
  }
  return { to, bounds: exactly(value), kind: 'ordinal', trap: 'ordinal' };
}

function fractionAt({ keys }: NumberView, at: number): Reading | null {
  const value = fractions.get(keys[at] ?? '');
  if (value === undefined || (keys[at] ?? '').startsWith('ا')) return null;
  return { to: at + 1, bounds: exactly(value), kind: 'fraction', trap: 'fraction' };
}

const dualWords = new Set(['احدهما', 'احداهما', 'كلاهما', 'كليهما', 'كلتاهما', 'كلتيهما']);
const dualReach = 3; // words from a noun to the word that says it is two

/** "فلسطينيين أحدهما صبي": a dual that is written like the plural. */
function isSaidDual(keys: readonly string[], token: number): boolean {
  if (!(keys[token] ?? '').endsWith('ين')) return false;
  for (let at = token + 1; at <= token + dualReach; at++) if (dualWords.has(keys[at] ?? '')) return true;
  return false;
}

/** Nouns that مدني, إرهابي and صحفي describe. */
const described = new Set(
  'دفاع طيران مجتمع هجوم عمل تنظيم خليه عدوان موتمر مركز تصريح بيان حكم قانون هدف عمليه جماعه مجموعه فكر تقرير مكتب لقاء'.split(
    ' ',
  ),
);

/** "الدفاع المدني", "هجوم إرهابي": a word of relation behind a noun describes it. */
function isAdjective(keys: readonly string[], token: number, lemma: string): boolean {
  if (!/ي\u0647?$/.test(lemma)) return false;
  const before = keys[token - 1] ?? '';
  const isDefinite = /^(?:[وبفل]?ال|لل)/.test(before);
  if ((keys[token] ?? '').startsWith('ال') && isDefinite) return true;
  return described.has(before.replace(/^[وبفل]?(?:ال|لل)?/, '')) || described.has(before);
}

/** The dual is two; "a number of" and the like aside, a bare singular is for the reader of the frame to count. */
function bareNoun({ keys, view, at }: Place): Reading | null {
  const token = view.owner[at] ?? 0;
  const form = nounAt(keys[token] ?? '');
  if (!form || form.number === 'bare') return null;
  if (form.number === 'plural' && !isSaidDual(keys, token)) return null;
  if (form.number === 'singular' && isAdjective(keys, token, form.lemma)) return null;
  const noun = { from: token, to: token + 1, lemma: form.lemma, isPerson: form.isPerson };
  const kind = form.number === 'singular' ? 'singular' : 'dual';
  const value = kind === 'dual' ? 2 : 1;
  const behind = kind === 'dual' ? phraseAt(trailing, keys, pastAside(keys, token + 1)) : null; // "شخصان على الأقل"
  const bounds = behind ? behind.value(value) : exactly(value);
  return { to: afterRepeated(view.keys, at + 1, value), bounds, kind, noun };
}

function add(
  found: NumberMention[],
  text: string,
  tokens: readonly Token[],
  view: NumberView,
  at: number,
  read: Reading,
): void {
  const { bounds, kind, noun = null, trap, isMixed } = read;
  const own = view.owner[at] ?? 0;
  const from = Math.min(own, noun?.from ?? own);
  const to = Math.max((view.owner[read.to - 1] ?? own) + 1, noun?.to ?? 0);
  const last = found.at(-1);
  if (last && last.to > from) {
    // "قتيلان اثنان" says again what the noun said; a counted noun is no mention of its own
    const saysAgain = noun !== null && noun.from < own && last.from >= noun.from;
    if (!saysAgain) return;
    found.pop();
  }
  const start = (tokens[from]?.start ?? 0) + (from === own ? particleLength(tokens, view, at) : 0);
  const end = tokens[to - 1]?.end ?? start;
  found.push({
    from,
    to,
    start,
    end,
    text: text.slice(start, end),
    min: bounds.min,
    max: bounds.max,
    qualifier: bounds.qualifier,
    kind,
    noun,
    trap,
    isMixed,
  });
}

/** Letters of "and" and prepositions written onto the first word, which are not part of the mention. */
function particleLength(tokens: readonly Token[], { keys, owner }: NumberView, at: number): number {
  const token = tokens[owner[at] ?? 0];
  if (!token || token.text.length !== token.word.length) return 0;
  let length = 0;
  for (let part = at; owner[part] === owner[at]; part++) length += keys[part]?.length ?? 0;
  return Math.max(0, token.word.length - length);
}
