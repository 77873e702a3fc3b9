import type { Genre } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import { type EventTypeId, typeEntry } from '../data.ts';
import { isLearnt } from '../marks.ts';
import type { Merged } from '../merging/merge.ts';
import { supportOf } from './surroundings.ts';

/** What the decision about an incident looks at; every value lies between -1 and 1. */
export type Features = Record<string, number>;
/** What is known of the whole article: its kind, how many sentences it has, how much it opens like one that tells events. */
export type ArticleSigns = { genre: Genre; sentences: number; relevance: number };
/** Takes one of them: no decision needs them all together, and most are 0. */
type Tell = (name: string, value: number) => void;

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
function tellPart(mentions: readonly Candidate[], tell: Tell): void {
  const takers = mentions.map(({ taker }) => taker);
  const [first] = takers;
  if (!first || takers.some((taker) => !taker)) return;
  tell('part', 1);
  tell('partBehind', flag(first.isBefore));
  tell('partOfSetting', flag(first.isSetting));
  tell(namesOf(first.type).part, 1);
}

const unit = (logOdds: number, most: number): number => Math.max(-most, Math.min(most, logOdds)) / most;
const [mostLike, mostSupport, mostRelevance] = [6, 4, 6]; // log odds beyond which more says nothing

/** What was learnt of the words: of its likest mention, and around its triggers; and whether a rule reads it at all. */
function tellLearnt(mentions: readonly Candidate[], inTitle: number, inLead: number, tell: Tell): void {
  let best = { own: -Infinity, rival: 0 };
  for (const { likeness } of mentions) if (likeness.own > best.own) best = likeness;
  const own = unit(best.own, mostLike);
  const learnt = flag(mentions.every(({ trigger }) => isLearnt(trigger)));
  tell('like', own);
  tell('likeRival', unit(best.rival, mostLike));
  tell('likeMargin', unit(best.own - best.rival, mostLike));
  tell('likeRuled', (1 - learnt) * own);
  tell('learnt', learnt);
  tell('learntTitle', learnt * inTitle);
  tell('learntLead', learnt * (1 - inTitle) * inLead);
  tell('support', unit(supportOf(mentions), mostSupport));
}

type Names = Record<'type' | 'lead' | 'detail' | 'is' | 'body' | 'part', string>;
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
    part: `partOf_${family}`,
  };
  knownNames.set(type, names);
  return names;
}

const groupOf = ({ head }: Merged): string => typeEntry(head.type).group;

/** The features of one incident of an article, among the incidents read before it. */
export function featuresOf(merged: Merged, earlier: readonly Merged[], article: ArticleSigns): Features {
  const features: Features = {};
  tellFeatures(merged, earlier, article, (name, value) => {
    features[name] = value;
  });
  return features;
}

/** The same one after another. */
export function tellFeatures(
  merged: Merged,
  earlier: readonly Merged[],
  { genre, sentences, relevance }: ArticleSigns,
  tell: Tell,
): void {
  const { head, mentions } = merged;
  const seen = seenIn(merged);
  tellDetails(merged, seen, tell);
  tell('bodySame', seen.body * flag(earlier.some((each) => each.head.type === head.type)));
  tellStanding(merged, seen, earlier.length, sentences, tell);
  tell('news', flag(genre === 'news' || genre === 'statement'));
  tellType(head, seen, tell);
  tellSetting(merged, seen, tell);
  tellOpening(merged, earlier, seen, tell);
  tell('economy', flag(genre === 'economy'));
  tellEmbedding(earlier, seen, tell);
  tell('relevance', unit(relevance, mostRelevance));
  tell('feature', flag(genre === 'opinion' || genre === 'anniversary'));
  tellPart(mentions, tell);
  tellLearnt(mentions, seen.inTitle, seen.inLead, tell);
  tell('stance', flag(head.type === 'official_stance'));
  tell('wordOnlyTitle', seen.inTitle * flag(head.trigger.entry.tier !== 'f'));
}

/** What any mention of an incident has, and how its first one is built; 1 or 0 each. */
type Seen = Record<
  | 'inTitle'
  | 'inLead'
  | 'body'
  | 'fine'
  | 'counted'
  | 'actor'
  | 'target'
  | 'dated'
  | 'frame'
  | 'aimed'
  | 'definite'
  | 'verb'
  | 'setting',
  number
>;

function seenIn({ head, mentions }: Merged): Seen {
  const some = (test: (each: Candidate) => boolean) => flag(mentions.some(test));
  const inTitle = some(({ sentence }) => sentence.zone === 'title' || isUntitled(sentence));
  const inLead = some(({ sentence }) => sentence.zone === 'lead');
  return {
    inTitle,
    inLead,
    body: 1 - Math.max(inTitle, inLead),
    fine: some(({ place }) => place !== null && place.precision <= 3),
    counted: some(({ counts }) => counts.some(({ kind }) => kind !== 'munitions')),
    actor: some(({ parties }) => parties.actors.length > 0),
    target: some(({ parties }) => parties.targets.length + parties.victims.length > 0),
    dated: some(({ date }) => date !== null),
    frame: some(({ trigger }) => trigger.entry.tier === 'f'),
    aimed: some(({ setting }) => setting.isPurpose || setting.isWished),
    definite: flag(head.trigger.form.pos === 'noun' && head.trigger.reading.article),
    verb: flag(head.trigger.form.pos === 'verb'),
    setting: flag(head.setting.isSetting),
  };
}

function tellDetails({ head, mentions }: Merged, seen: Seen, tell: Tell): void {
  const { inTitle, body, fine, counted } = seen;
  tell('inTitle', inTitle);
  tell('inLead', seen.inLead);
  tell('titleAndText', inTitle * flag(mentions.length > 1));
  tell('frame', seen.frame);
  tell('open', flag(head.isOpen));
  tell('fine', fine);
  tell('counted', counted);
  tell('actor', seen.actor);
  tell('target', seen.target);
  tell('dated', seen.dated);
  tell('bodyFine', body * fine);
  tell('bodyCounted', body * counted);
  tell('bodyFull', body * fine * counted);
  tell('bodyPlain', body * fine * (1 - counted));
  tell('bodyBare', body * (1 - fine) * (1 - counted));
  tell('bodyBoth', body * seen.actor * seen.target);
  tell('bodyFrame', body * seen.frame);
  tell('bodyDefinite', body * seen.definite);
  tell('bodyVerb', body * seen.verb);
  tell('bodyDated', body * seen.dated);
}

function tellStanding(
  { head, mentions }: Merged,
  { definite, verb }: Seen,
  before: number,
  sentences: number,
  tell: Tell,
): void {
  tell('definite', definite);
  tell('verb', verb);
  tell('repeated', Math.min(1, (mentions.length - 1) / 3));
  tell('first', flag(before === 0));
  tell('crowd', Math.min(1, before / 6));
  tell('late', Math.min(1, head.sentence.order / Math.max(6, sentences)));
  tell('modal', flag(head.status.modality !== 'asserted'));
  tell('planned', flag(head.status.modality === 'planned'));
  tell('background', flag(head.isBackground));
}

function tellType({ type }: Candidate, seen: Seen, tell: Tell): void {
  const { inTitle, inLead, body, fine, counted, actor, target } = seen;
  const names = namesOf(type);
  tell(names.type, 1);
  tell(names.lead, inLead * (1 - inTitle));
  tell(names.detail, body * ((fine + counted + actor + target) / 4));
  tell(names.is, 1);
  tell(names.body, body);
}

function tellSetting({ head, mentions }: Merged, { body, setting: inSetting }: Seen, tell: Tell): void {
  tell('purpose', flag(mentions.some(({ setting }) => setting.isPurpose)));
  tell('wished', flag(mentions.some(({ setting }) => setting.isWished)));
  tell('setting', inSetting);
  tell('bodySetting', body * inSetting);
  tell('relative', flag(head.setting.isRelative));
  tell('quoted', flag(head.setting.isQuoted));
  tell('generic', flag(head.status.drop !== null));
  tell('domestic', flag(head.type === 'diplomatic_meeting' && !mentions.some(isForeign)));
}

/** How an incident goes with the one its article opens with. */
function tellOpening(merged: Merged, earlier: readonly Merged[], { body }: Seen, tell: Tell): void {
  const opening = earlier.find(({ mentions }) => mentions.some(({ sentence }) => sentence.zone !== 'body'));
  const isKin = opening !== undefined && groupOf(opening) === groupOf(merged);
  tell('bodyOrphan', body * flag(opening === undefined));
  tell('bodyKin', body * flag(isKin));
  tell('bodyAlien', body * flag(opening !== undefined && !isKin));
}

function tellEmbedding(
  earlier: readonly Merged[],
  { inTitle, inLead, body, setting, aimed }: Seen,
  tell: Tell,
): void {
  const isTitled = earlier.some(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'title'));
  tell('embedded', Math.max(setting, aimed) * body);
  tell('afterTitle', (1 - inTitle) * flag(isTitled));
  tell('leadSetting', inLead * (1 - inTitle) * setting);
  tell('titleSetting', inTitle * setting);
}
