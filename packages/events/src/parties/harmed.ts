import type { PartyMention } from '@rasid/actors';
import { kindAt } from '../counts/count-heads.ts';
import type { CountClaim } from '../counts/counts.ts';
import { type EventTypeId, typeEntry, typesWith } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { crowds } from './crowds.ts';
import { add, isState, type Parties, type Role, taking } from './party.ts';
import { unorganised } from './sectors.ts';

const reach = 4; // tokens from a casualty word to the people: "إصابة أكثر من 5 مدنيين", "مقتل 3 عناصر من الجيش"
const causes =
  /^(?:ب(?:غار|قصف|انفجار|هجوم|هجمات|ضرب|صاروخ|عبو|طاير|طلق|رصاص|نيران|حادث|استهداف|اشتباك|مواجه|كمين|لغم).*|(?:رصاص|نيران|قذايف|قناصه|غارات|غاره|صواريخ)|(?:في|علي|الي|ب|عن|جراء|اثر|نتيجه|بسبب|خلال|عقب|بعد|عندما|حين|حيث|قبل|برصاص|بنيران|بقصف|بحسب|حسب|حسبما|كما|وفق|وفقا|[،,]))$/u;
const members =
  /^[ول]?(?:ال)?(?:شخص|اشخاص|عنصر|عناصر|مسلح|مسلحين|مقاتل|مقاتلين|افراد|جندي|جنود)(?:ا|ين|ان)?$/u;
const after =
  /^(?:قتلوا|قتلو|قضوا|استشهدوا|اصيبوا|جرحوا|اصيبا|قتلا|استشهدا|لقوا|توفوا|(?:مصرع|حتف)(?:هم|ه|ها|هما|هن)?)$/u;

/** The token of the casualty word that is said of people, or -1: before them, a number between at most, or a plural verb behind. */
export function harmAt({ field, from: first, parties }: Sentence, mention: PartyMention): number {
  const { from, to, kind, canSuffer } = mention;
  if (!canSuffer || kind === 'institution' || kind === 'adjective') return -1;
  for (let at = from; at >= Math.max(first, from - reach); at--) {
    const count = kindAt(field.readings[at]);
    if (count === 'killed' || count === 'wounded') return at < from || kind === 'generic' ? at : -1;
    if (at === from) continue;
    const key = field.tokens[at]?.key ?? '';
    if (key === 'من' && isPartitive(field.tokens[at - 1]?.key, field.tokens[at - 1]?.kind)) continue;
    if (key === 'من' || causes.test(key)) break;
    const inside = parties.find((each) => at >= each.from && at < each.to);
    if (inside && !(inside.to === from && inside.kind !== 'registered')) break; // "استشهاد أحد أفرادها فلان"
  }
  if (isMet(field, mention)) return to;
  if (kind === 'person' && isSaidDead(field, to)) return to;
  const next = field.tokens[to]?.key ?? '';
  const second = field.tokens[to + 1]?.key ?? '';
  if (next === 'بين' && /^(?:قتيل|شهيد|جريح)$/u.test(second)) return to + 1; // "سقط العشرات بين قتيل وجريح"
  if (/^(?:الذي|التي)$/u.test(next) && afterOne.test(second)) return to + 1;
  if (kind === 'generic' && unorganised.has(mention.sector ?? '') && afterOne.test(next)) return to;
  for (let at = to; at < to + 2; at++) if (after.test(field.tokens[at]?.key ?? '')) return at;
  return -1;
}
const afterOne = /^(?:قتل|قتلت|استشهد|استشهدت|اصيب|اصيبت|توفي|توفيت|جرح|لقي|لقيت)$/u; // "أن فتى قتل"

const deathReach = 8; // tokens from who met death to the word for it: whose they were stands between

/** "لقي 22 مسلحا من تنظيم س مصرعهم". */
function isMet({ tokens }: Sentence['field'], { from, to }: PartyMention): boolean {
  if (![1, 2].some((back) => /^[وف]?لقيت?$/u.test(tokens[from - back]?.key ?? ''))) return false;
  for (let at = to; at < to + deathReach; at++)
    if (/^(?:مصرع|حتف)(?:هم|ه|ها|هما)$/u.test(tokens[at]?.key ?? '')) return true;
  return false;
}

/** "أما فلان، فقد لقي مصرعه", "فلان الذي استشهد": what is said of a person behind the name. */
function isSaidDead({ tokens }: Sentence['field'], to: number): boolean {
  let at = to;
  while (at < to + 3 && /^(?:[،,]|ف?قد|الذي|التي)$/u.test(tokens[at]?.key ?? '')) at++;
  const key = tokens[at]?.key ?? '';
  return (
    /^ف?(?:استشهدت?|توفيت?)$/u.test(key) ||
    (/^ف?لقيت?$/u.test(key) && /^(?:مصرع|حتف)/u.test(tokens[at + 1]?.key ?? ''))
  );
}

const isPartitive = (key: string | undefined, kind: string | undefined): boolean =>
  kind === 'number' || members.test(key ?? '');

/** What people harmed are to an event: taken, struck for what they are, or hurt beside it. */
export function harmedRole(
  { field }: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: PartyMention,
  at: number,
): Role | null {
  const key = field.tokens[mention.from]?.key ?? '';
  if (others.test(key) || toll.test(key) || nobody.test(key)) return null; // "وإصابة آخرين", "مقتل ثلاثة أشخاص": nobody is named
  if (mention.rule === 'attacker') return null; // who attacked and died is no victim
  if (type === 'judicial_proceeding') return at >= trigger.from && at <= trigger.to ? 'targets' : null;
  const isForce =
    (mention.kind === 'group' && (mention.canon !== null || mention.sector !== null)) ||
    (mention.kind === 'registered' && mention.number !== 'one');
  if (taking.has(type)) {
    if (type !== 'security_operation') return at >= trigger.from && at <= trigger.to ? 'targets' : null; // "المتهم بقتل ضابط"
    return isForce ? 'targets' : 'victims';
  }
  if (crowds.has(type) && mention.sector === 'OPP') return 'actors';
  if (!isForce || unintended.has(type)) return isState(mention.canon) ? null : 'victims';
  if (type !== 'armed_clash') return 'targets';
  return mention.canon ? 'actors' : null; // of a clash they are a side
}
const unintended = typesWith('doer', 'nobody');
const others = /^[ول]?(?:ال)?اخر(?:ون|ين|ان|ي)?$/u;
export const nobody = /^(?:شخص|شخصا|شخصان|شخصين|(?:ال)?اشخاص)$/u;
const toll =
  /^(?:ال)?(?:قتلي|قتيل|قتيلا|ضحايا|ضحيت(?:ه|ها|هم)|شهداء|جرحي|مصابا?(?:ون|ين)?|مفقودا?(?:ون|ين)?)$/u; // "قتلى الإعصار" is a count

const harms: readonly string[] = ['killed', 'wounded'];
/** What else is done to the people of accidents and disasters. */
const harmsOfDisaster: readonly string[] = [...harms, 'rescued', 'missing'];

/** The people an event's own counts are of: those named in the words counted. */
export function addCounted(
  found: Parties,
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  counts: readonly CountClaim[],
): void {
  const kinds = typeEntry(type).group === 'disaster' ? harmsOfDisaster : harms;
  for (const { kind, count } of counts) {
    if (!kinds.includes(kind)) continue;
    for (const mention of sentence.parties) {
      const isCounted =
        count.span.field === sentence.field.name &&
        mention.start >= count.span.start &&
        mention.start <= count.span.end + 1 &&
        mention.canSuffer &&
        mention.kind === 'generic';
      const role = isCounted ? harmedRole(sentence, trigger, type, mention, trigger.from) : null;
      if (role && !(role === 'targets' && taking.has(type))) add(found, role, sentence, mention);
    }
  }
}
