import type { Genre } from '@rasid/contracts';
import type { Candidate } from './candidates.ts';
import { type EventTypeId, typeEntry } from './data.ts';
import type { Merged } from './merge.ts';
import { supportOf } from './surroundings.ts';

/** What the decision about an incident looks at; every value lies between -1 and 1. */
export type Features = Record<string, number>;

const families: Record<string, string> = {
  armed_conflict: 'conflict',
  security: 'security',
  unrest: 'unrest',
  politics: 'politics',
  justice: 'justice',
  humanitarian: 'civil',
  disaster: 'civil',
  health: 'civil',
  economy: 'civil',
};
const flag = (value: boolean): number => (value ? 1 : 0);

const foreign = /نظير|سفير|خارجي|مبعوث|الأمم المتحدة|وفد|دول|قمة|القمة|الأممي|البلدين|الجانبين|الطرفين/u;

/** A meeting across borders or between opposing sides: two countries, or an office of foreign affairs. */
function isForeign({ sentence: { field, start, end, parties, places } }: Candidate): boolean {
  const countries = new Set(
    [...parties, ...places.filter(({ mention }) => mention.asActor)]
      .map(({ country }) => country)
      .filter(Boolean),
  );
  return countries.size > 1 || foreign.test(field.text.slice(start, end));
}

/** The opening sentence of a text without a title stands for it. */
const isUntitled = ({ opens, order }: Candidate['sentence']): boolean => opens && order === 0;

/** How an incident stands that is only ever told as a part of another one. */
function partFeatures(mentions: readonly Candidate[]): Features {
  const takers = mentions.map(({ taker }) => taker);
  const [first] = takers;
  if (!first || takers.some((taker) => !taker)) return {};
  const family = families[typeEntry(first.type).group] ?? 'civil';
  return {
    part: 1,
    partBehind: flag(first.isBefore),
    partOfSetting: flag(first.isSetting),
    [`partOf_${family}`]: 1,
  };
}

const unit = (logOdds: number, most: number): number => Math.max(-most, Math.min(most, logOdds)) / most;
const [mostLike, mostSupport] = [6, 4]; // log odds beyond which more says nothing

/** What was learnt of the words: of its likest mention, and around its triggers; and whether a rule reads it at all. */
function learntFeatures(mentions: readonly Candidate[], inTitle: number, inLead: number): Features {
  let best = { own: -Infinity, rival: 0 };
  for (const { likeness } of mentions) if (likeness.own > best.own) best = likeness;
  const own = unit(best.own, mostLike);
  const isLearnt = mentions.every(({ trigger }) => trigger.entry.tier === 'l');
  const learnt = flag(isLearnt);
  return {
    like: own,
    likeRival: unit(best.rival, mostLike),
    likeMargin: unit(best.own - best.rival, mostLike),
    likeRuled: (1 - learnt) * own,
    learnt,
    learntTitle: learnt * inTitle,
    learntLead: learnt * (1 - inTitle) * inLead,
    support: unit(supportOf(mentions), mostSupport),
  };
}

type Names = Record<'type' | 'lead' | 'detail' | 'is' | 'body', string>;
const knownNames = new Map<string, Names>();

/** The features that are told apart by type, or by its family. */
function namesOf(type: EventTypeId): Names {
  const known = knownNames.get(type);
  if (known) return known;
  const family = families[typeEntry(type).group] ?? 'civil';
  const names = {
    type: `type_${type}`,
    lead: `lead_${family}`,
    detail: `detail_${family}`,
    is: `is_${family}`,
    body: `body_${family}`,
  };
  knownNames.set(type, names);
  return names;
}

const groupOf = ({ head }: Merged): string => typeEntry(head.type).group;

/** The features of one incident of an article, among the incidents read before it. */
export function featuresOf(
  merged: Merged,
  earlier: readonly Merged[],
  genre: Genre,
  sentences: number,
): Features {
  const { head, mentions } = merged;
  const some = (test: (each: Candidate) => boolean) => flag(mentions.some(test));
  const inTitle = some(({ sentence }) => sentence.zone === 'title' || isUntitled(sentence));
  const inLead = some(({ sentence }) => sentence.zone === 'lead');
  const body = 1 - Math.max(inTitle, inLead);
  const fine = some(({ place }) => place !== null && place.precision <= 3);
  const counted = some(({ counts }) => counts.some(({ kind }) => kind !== 'munitions'));
  const actor = some(({ parties }) => parties.actors.length > 0);
  const target = some(({ parties }) => parties.targets.length + parties.victims.length > 0);
  const dated = some(({ date }) => date !== null);
  const frame = some(({ trigger }) => trigger.entry.tier === 'f');
  const sameBefore = earlier.filter((each) => each.head.type === head.type).length;
  const opening = earlier.find(({ mentions: told }) => told.some(({ sentence }) => sentence.zone !== 'body'));
  const definite = flag(head.trigger.form.pos === 'noun' && head.trigger.reading.article);
  const verb = flag(head.trigger.form.pos === 'verb');
  const names = namesOf(head.type);
  return {
    inTitle,
    inLead,
    titleAndText: inTitle * flag(mentions.length > 1),
    frame,
    open: flag(head.isOpen),
    fine,
    counted,
    actor,
    target,
    dated,
    bodyFine: body * fine,
    bodyCounted: body * counted,
    bodyFull: body * fine * counted,
    bodyPlain: body * fine * (1 - counted),
    bodyBare: body * (1 - fine) * (1 - counted),
    bodyBoth: body * actor * target,
    bodyFrame: body * frame,
    bodyDefinite: body * definite,
    bodyVerb: body * verb,
    bodyDated: body * dated,
    bodySame: body * flag(sameBefore > 0),
    definite,
    verb,
    repeated: Math.min(1, (mentions.length - 1) / 3),
    first: flag(earlier.length === 0),
    crowd: Math.min(1, earlier.length / 6),
    late: Math.min(1, head.sentence.order / Math.max(6, sentences)),
    modal: flag(head.status.modality !== 'asserted'),
    planned: flag(head.status.modality === 'planned'),
    background: flag(head.isBackground),
    news: flag(genre === 'news' || genre === 'statement'),
    [names.type]: 1,
    [names.lead]: inLead * (1 - inTitle),
    [names.detail]: body * ((fine + counted + actor + target) / 4),
    [names.is]: 1,
    [names.body]: body,
    purpose: some(({ setting }) => setting.isPurpose),
    wished: some(({ setting }) => setting.isWished),
    setting: flag(head.setting.isSetting),
    bodySetting: body * flag(head.setting.isSetting),
    relative: flag(head.setting.isRelative),
    quoted: flag(head.setting.isQuoted),
    generic: flag(head.status.drop !== null),
    domestic: flag(head.type === 'diplomatic_meeting' && !mentions.some(isForeign)),
    bodyOrphan: body * flag(opening === undefined),
    bodyKin: body * flag(opening !== undefined && groupOf(opening) === groupOf(merged)),
    bodyAlien: body * flag(opening !== undefined && groupOf(opening) !== groupOf(merged)),
    economy: flag(genre === 'economy'),
    embedded:
      Math.max(
        flag(head.setting.isSetting),
        some(({ setting }) => setting.isPurpose || setting.isWished),
      ) * body,
    afterTitle:
      (1 - inTitle) *
      flag(earlier.some(({ mentions: told }) => told.some(({ sentence }) => sentence.zone === 'title'))),
    leadSetting: inLead * (1 - inTitle) * flag(head.setting.isSetting),
    titleSetting: inTitle * flag(head.setting.isSetting),
    feature: flag(genre === 'opinion' || genre === 'anniversary'),
    ...partFeatures(mentions),
    ...learntFeatures(mentions, inTitle, inLead),
    stance: flag(head.type === 'official_stance'),
    wordOnlyTitle: inTitle * flag(head.trigger.entry.tier !== 'f'),
  };
}
