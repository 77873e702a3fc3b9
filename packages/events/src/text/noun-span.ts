import type { Field } from './reading.ts';

/** Words no name of a thing or matter goes on with: time, place, relative clauses, attribution. */
const stops =
  /^[وف]?(?:في|خلال|امام|وسط|منذ|بعد|قبل|عقب|اثر|جراء|صباح|مساء|فجر|يوم|امس|اليوم|غدا|الذي|التي|الذين|اللذين|ان|انه|انها|بان|بحسب|حسب|وفق|وفقا|حيث|فيما|بينما|اعتبارا|ضمن|عبر|داخل|خارج|قرب|غربي|شرقي|شمالي|جنوبي|غرب|شرق|شمال|جنوب|كما|لكن|ما|مما|قال|قالت|اكد|اكدت|اعلن|اعلنت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|دون|رغم|لدي|بالقرب|الواقع|الواقعه|بهدف|فورا|مجددا)$/u;
const particles = /^(?:من|الي|علي|عن|مع|بين|او|ثم|ل|ب|و|لا|لم|هذا|هذه)$/u;

/** The token after a noun phrase that begins at a token, at most at `limit`; trailing particles are left out. */
export function nounPhraseEnd({ tokens }: Field, begin: number, limit: number): number {
  let end = begin;
  let isQuoted = false;
  for (let at = begin; at < limit; at++) {
    const token = tokens[at];
    if (!token) break;
    if (/^["“”«»]$/u.test(token.text)) {
      if (isQuoted && at > begin) {
        end = at + 1;
        isQuoted = false;
        continue;
      }
      isQuoted = true;
      continue;
    }
    if (
      token.kind === 'punctuation' ||
      (at > begin && stops.test(token.key) && !isGoverned(tokens[at - 1]?.key, token.key, at - begin))
    )
      break;
    if (!particles.test(token.key)) end = at + 1;
  }
  return end;
}

/** "الشروع في القتل", "النظر في الطعن": nouns that mean nothing without their "في". */
const isGoverned = (before: string | undefined, key: string, words: number): boolean =>
  key === 'في' &&
  words === 1 &&
  /^(?:ال)?(?:شروع|تورط|مشاركه|سماح|نظر|حق|تدخل|اشتباه|ضلوع)$/u.test(before ?? '');

/** The token after a thing named at a token: its adjectives, what it belongs to, and a name in quotation marks. */
export function thingEnd(field: Field, at: number, limit: number): number {
  const { tokens } = field;
  const head = tokens[at]?.key ?? '';
  const isDefinite = /^[وفبل]?ال|^لل/u.test(head);
  if (/(?:ها|هم|ه)$/u.test(tokens[at]?.text ?? '') && !isDefinite)
    return withAdjectives(field, at + 1, limit, true);
  const next = tokens[at + 1];
  if (next && /^["“”«»]$/u.test(next.text)) {
    for (let to = at + 2; to < Math.min(limit, at + maxName); to++)
      if (/^["“”«»]$/u.test(tokens[to]?.text ?? '')) return to + 1;
  }
  return withAdjectives(field, at + 1, limit, isDefinite);
}
const maxName = 8; // tokens of a name in quotation marks

const families = /^(?:عايله|اسره|ال|ذوي)$/u;
const maxMore = 3; // words a thing's name goes on with
const adjective = /(?:ي|يه|يا|ين|ون|ات|خاص|خاصه|كبير|كبيره|مسيره|مفخخه|ناسفه|لاصقه|ثقيله|موجهه|حاده|حيه)$/u;

/** Definite words go on a definite thing; after an indefinite one a definite word is its owner, else adjectives alone. */
function withAdjectives({ tokens }: Field, from: number, limit: number, isDefinite: boolean): number {
  let end = from;
  if (families.test(tokens[from]?.key ?? '')) return Math.min(limit, from + maxMore); // "منزل عائلة أبو عيسى"
  for (let at = from; at < Math.min(limit, from + maxMore); at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || stops.test(token.key) || particles.test(token.key)) break;
    const isNextDefinite = token.key.startsWith('ال');
    if (!isNextDefinite && (isDefinite || !adjective.test(token.key) || /^و/u.test(token.key))) break;
    end = at + 1;
  }
  return end;
}
