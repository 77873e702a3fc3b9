import type { EventTypeId, OpenType } from '../data.ts';
import { armies, attackersOfPositions, bands, fighters, inArms } from '../parties/sectors.ts';
import { clauseAt, type Sentence } from '../text/reading.ts';
import { isNobodysKin } from './kin.ts';
import { isEarthbound, type Means, means } from './means-words.ts';
import { mayStand, standsAt, standsIn } from './pattern.ts';
import { type Trigger, wordList } from './triggers.ts';

const mayBeMeans = mayStand(Object.values(means));

const reach = 14; // tokens around a trigger in which its means are named

/** The means named nearest to a trigger inside its clause, or null. */
export const meansOf = (sentence: Sentence, trigger: Trigger, among: readonly Means[]): Means | null =>
  meansAt(sentence, trigger, among)?.kind ?? null;

function meansAt(
  sentence: Sentence,
  trigger: Trigger,
  among: readonly Means[],
  isCause: (at: number) => boolean = () => true,
): { kind: Means } | null {
  const [first, last] = clauseAt(sentence, trigger.from);
  const { readings, tokens } = sentence.field;
  let best: { kind: Means; distance: number } | null = null;
  for (let at = Math.max(first, trigger.from - reach); at < Math.min(last, trigger.to + reach); at++) {
    if (!mayBeMeans(readings, at)) continue;
    for (const kind of among) {
      if (!standsAt(means[kind], readings, at, last) || !isCause(at)) continue;
      if (kind === 'kin' && isNobodysKin(tokens[at]?.text ?? '')) continue;
      if (kind === 'air' && isEarthbound(readings, at, first)) continue;
      const distance = at >= trigger.from ? at - trigger.from : (trigger.from - at) * 2; // means follow the word
      if (!best || distance < best.distance) best = { kind, distance };
    }
  }
  return best;
}

/** States whose fire in another country comes from the air unless said otherwise: annotation guideline, ruling 10. */
const airPowers = new Set(['IL', 'US', 'RU']);
const isCoalition = (canon: string | null) => canon !== null && /coalition/.test(canon);

/** Whether the means of a word of force are told in its clause; otherwise the article's main strike decides. */
export const hasMeans = (sentence: Sentence, trigger: Trigger): boolean =>
  meansOf(sentence, trigger, ['air', 'bomb', 'ground', 'hand']) !== null || isAirPower(sentence, trigger);

/** Whether those attacked shot back: "ردت القوة على مصدر النيران". */
export const isAnswered = ({ from, to, field }: Sentence): boolean =>
  standsIn(means.answer, field.readings, from, to);

/** The type of a word of force, by its means; null when it is only someone harmed and no cause is told. */
export function resolveOpen(open: OpenType, sentence: Sentence, trigger: Trigger): EventTypeId | null {
  const force = meansOf(sentence, trigger, ['air', 'bomb', 'ground', 'hand']);
  if (open === '?harm') return harmType(sentence, trigger);
  if (open === '?blast') return blastType(sentence, trigger);
  if ((open === '?shoot' || open === '?kill') && force !== 'air' && force !== 'ground' && force !== 'bomb') {
    if (meansOf(sentence, trigger, ['crowd'])) return 'protest'; // force against protesters is a part of the protest
    if (meansOf(sentence, trigger, [open === '?shoot' ? 'clash' : 'fight'])) return 'armed_clash';
    if (open === '?shoot' && isAnswered(sentence)) return 'armed_clash';
    return crimeOrAttack(sentence, trigger);
  }
  if (open === '?strike') {
    if (force === 'air' || force === 'ground')
      return force === 'air' ? 'air_drone_strike' : 'shelling_missile';
    return isAirPower(sentence, trigger) ? 'air_drone_strike' : 'shelling_missile';
  }
  if (force === 'air') return 'air_drone_strike';
  if (force === 'bomb') return 'bombing';
  if (force === 'ground') return 'shelling_missile';
  if (open === '?target' && force === null && isAirPower(sentence, trigger)) return 'air_drone_strike';
  if (open === '?assault' && (meansOf(sentence, trigger, ['clash']) || isOffensive(sentence, trigger)))
    return 'armed_clash';
  return crimeOrAttack(sentence, trigger);
}

const offensiveReach = 7; // tokens from "attack" to the force it is on

const held = /^(?:مواقع|موقع|مقر|مقار|معسكر|معسكرات|ثكنه|نقاط|تجمعات|تحصينات|مراكز|تمركزات)$/; // what a force holds

const postReach = 9; // tokens from an attack to the post it is on: "هجوم شنه مسلحو التنظيم أمس على موقع عسكري"
const posts = wordList(['$post']);

/** Whether what is attacked is held by armed men on duty, who can fire back. */
function isOnPost(sentence: Sentence, trigger: Trigger): boolean {
  const [, last] = clauseAt(sentence, trigger.from);
  return standsIn(posts, sentence.field.readings, trigger.to, Math.min(last, trigger.to + postReach));
}

/** An armed side's attack on another, or on what it holds, is fighting: both can fire. */
function isOffensive(sentence: Sentence, trigger: Trigger): boolean {
  const { parties, field } = sentence;
  const { from, to } = trigger;
  if (isOnPost(sentence, trigger)) return true;
  const isOn = (at: number) => /^(?:علي|ضد)$/.test(field.tokens[at]?.key ?? '');
  const isHeld = (at: number) => held.test(field.tokens[at]?.key ?? '');
  const isVerb = trigger.form.pos === 'verb'; // "هاجم التنظيم مواقع الجيش": no preposition between
  const target = parties.find(
    (each) =>
      each.from >= to &&
      each.from - to <= offensiveReach &&
      fighters.has(each.sector ?? '') &&
      (isOn(each.from - 1) || (isHeld(each.from - 1) && (isOn(each.from - 2) || isVerb))),
  );
  if (!target) return false;
  const attackers = isHeld(target.from - 1) ? attackersOfPositions : armies;
  return parties.some(
    (each) =>
      each !== target && attackers.has(each.sector ?? '') && each.from < (isVerb ? target.from : from),
  );
}

const gunmen = wordList('مسلحون مسلحين مسلحان مجهولون مجهولين مجهولان ملثمون ملثمين ملثمان'.split(' '));

const soldiers = wordList(
  'الاحتلال #جيش #جندي جنود مستوطنين مستوطنون #ميليشيا #مليشيا قناص قناصة'.split(' '),
);
const doerReach = 2; // tokens from "shot by" to who shot

/** Who is unknown or comes armed has no private motive told, whoever was with the victim. */
function crimeOrAttack(sentence: Sentence, trigger: Trigger): EventTypeId {
  const { from, to, field } = sentence;
  const doerEnd = Math.min(to, trigger.to + doerReach);
  if (standsIn(soldiers, field.readings, trigger.from, doerEnd)) return 'armed_attack';
  if (meansOf(sentence, trigger, ['crime'])) return 'violent_crime';
  if (standsIn(gunmen, field.readings, from, to) || isByForce(sentence, trigger)) return 'armed_attack';
  return meansOf(sentence, trigger, ['kin']) ? 'violent_crime' : 'armed_attack';
}

const shooterReach = 4; // tokens from "by the fire of" to whose fire it is

/** "برصاص الجيش … أسرة الضحية": who fired is told, so whoever else the sentence names was not the one. */
const isByForce = ({ parties }: Sentence, { to }: Trigger): boolean =>
  parties.some(({ from, sector }) => inArms.has(sector ?? '') && from >= to - 1 && from - to <= shooterReach);

const powerReach = 6; // tokens between a strike and who strikes

const grounded = /أوكراني|كييف|ماريوبول|خاركيف|خيرسون|دونباس|دونيتسك|زيلينسكي/u; // Russia's war there is one of guns and missiles: from the air only where the text says so
const aims = /^\?target$/; // "استهدف القنصلية الأمريكية": the adjective is of what is struck
const strikers =
  /^(?:الذي|التي|اللذين|اللتين|(?:ال)?(?:هجوم|هجوما|هجومان|هجومين|هجمات|انفجار|تفجير|اعتداء|عمليه))$/;

/** Whether the doer near a strike is such a power; a consulate of theirs is not. */
function isAirPower({ parties, field }: Sentence, { entry, from, to }: Trigger): boolean {
  const isAim = aims.test(entry.type);
  if (isAim && [from - 1, to].some((at) => strikers.test(field.tokens[at]?.key ?? ''))) return false; // "الهجوم الذي استهدف": the attack did
  return parties.some((each) => {
    const distance = each.from >= to ? each.from - to : from - each.to;
    if (distance > powerReach || !(airPowers.has(each.country ?? '') || isCoalition(each.canon)))
      return false;
    if (each.country === 'RU' && grounded.test(field.text)) return false;
    return each.kind === 'adjective'
      ? !isAim && each.from >= to && distance <= 1
      : each.sector === 'MIL' || each.sector === 'GOV';
  });
}

/** A blast without a device: an accident where gas, a store or a plant is named, else a bombing. */
function blastType(sentence: Sentence, trigger: Trigger): EventTypeId {
  const kind = meansOf(sentence, trigger, ['accident', 'bomb', 'air', 'ground']);
  if (kind === 'accident') return 'accident';
  return kind === 'air' ? 'air_drone_strike' : kind === 'ground' ? 'shelling_missile' : 'bombing';
}

const causeReach = 3; // tokens between a word of cause and the means
const causes = wordList(['$harm-cause']);

/** The type of harm by its means. */
const byMeans: Record<Means, EventTypeId> = {
  air: 'air_drone_strike',
  bomb: 'bombing',
  ground: 'shelling_missile',
  hand: 'armed_attack',
  clash: 'armed_clash',
  fight: 'armed_clash',
  battle: 'armed_clash',
  answer: 'armed_clash',
  crime: 'violent_crime',
  kin: 'violent_crime',
  accident: 'accident',
  crowd: 'protest',
};
/** What harm is told with; a fight and an answer are told of shots. */
const harmful: Means[] = [
  'air',
  'bomb',
  'ground',
  'hand',
  'clash',
  'battle',
  'crime',
  'kin',
  'accident',
  'crowd',
];

/** Someone killed or wounded: the cause in the clause says by what. */
function harmType(sentence: Sentence, trigger: Trigger): EventTypeId | null {
  const { readings } = sentence.field;
  const isCause = (at: number): boolean => {
    if (at < trigger.from || readings[at]?.some(({ preposition }) => preposition === 'ب')) return true;
    return standsIn(causes, readings, Math.max(trigger.to, at - causeReach), at);
  };
  const kind = meansAt(sentence, trigger, harmful, isCause)?.kind;
  if (kind === 'hand') return crimeOrAttack(sentence, trigger);
  if (!kind) return isOfFighters(sentence, trigger) ? 'armed_clash' : null;
  return byMeans[kind];
}

const fighter = wordList(['$fallen-fighter']);
const fallenReach = 6; // tokens from "killed" to the fighters
const bandReach = 3; // tokens from fighters to whose they were

/** "مقتل 30 عنصرا من ميليشيا …": fighters fall in fighting where nothing else is told. */
function isOfFighters({ parties, field, to: last }: Sentence, { to }: Trigger): boolean {
  const end = Math.min(last, to + fallenReach);
  for (let at = to; at < end; at++)
    if (standsAt(fighter, field.readings, at, end))
      return parties.some(
        ({ from, sector }) => from >= at && from - at <= bandReach && bands.has(sector ?? ''),
      );
  return false;
}
