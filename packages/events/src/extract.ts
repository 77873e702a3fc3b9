import { type ExtractedEvent, type Genre, idMaker } from '@rasid/contracts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { withCrowd, withMainMeans } from './context.ts';
import { typeEntry } from './data.ts';
import { genreOf } from './genre.ts';
import { mergeCandidates } from './merge.ts';
import { type ArticleInput, readArticle, type Sentence } from './reading.ts';
import { toEvent } from './record.ts';
import { type Judged, judge } from './select.ts';
import { withSharedDoer } from './shared-doer.ts';
import { addTolls, pairTolls, passTolls, shareTolls } from './tolls.ts';
import type { Blocked } from './triggers.ts';

const suppressed = new Set<Genre>(['sport', 'culture', 'science', 'service', 'opinion']);

/** Reads one article: its genre, its events in reading order, and what did not fire. */
export function read(
  article: ArticleInput,
  choose = judge,
): { genre: Genre; events: ExtractedEvent[]; blocked: Blocked[] } {
  const sentences = readArticle(article);
  const blocked: Blocked[] = [];
  const genre = genreOf(sentences, article.title);
  const told = sentences
    .flatMap((each) => candidatesOf(each, article.publishedAt, blocked))
    .filter((each) => !takesUp(each, blocked));
  const meant = told.map((each) => withCrowd(withMainMeans(each, told), told));
  const candidates = genre === 'economy' ? meant.filter(isLiteral) : meant;
  if (suppressed.has(genre) && !candidates.some((each) => isHardNews(each, genre)))
    return { genre, events: [], blocked };
  const past = (each: Candidate) =>
    genre === 'anniversary' && each.type !== 'protest' ? { ...each, isBackground: true } : each;
  const merged = mergeCandidates(candidates.map(past));
  addTolls(sentences, told.filter(isRead), merged);
  const { kept, left } = choose(merged, genre, sentences.length);
  passTolls(kept, left);
  shareTolls(kept);
  pairTolls(kept, left);
  const main = mainOf(kept, article.title);
  const idOf = idMaker('event', article.title, article.text);
  const events = withSharedDoer(
    kept.map((each) => toEvent(idOf, each, main.has(each), sentences, takenFrom(kept, each))),
  );
  for (const { head, likelihood } of left)
    blocked.push({
      rule: head.trigger.entry.id,
      text: head.sentence.field.text.slice(head.trigger.start, head.trigger.end),
      why: `likelihood ${likelihood.toFixed(2)}`,
    });
  return { genre, events, blocked };
}

/** The sentences that tell of other events and not of this one. */
function takenFrom(kept: readonly Judged[], own: Judged): (sentence: Sentence) => boolean {
  const tells = ({ mentions }: Judged, sentence: Sentence) =>
    mentions.some((each) => each.sentence === sentence);
  return (sentence) => !tells(own, sentence) && kept.some((each) => each !== own && tells(each, sentence));
}

/** Whether a rule reads it; a guess from the words alone keeps no toll from its owner. */
const isRead = ({ trigger }: Candidate): boolean => trigger.entry.tier !== 'l';

/** "تظاهرة ثقافية … هذه التظاهرة": a definite noun takes up the one before it, which was none. */
const takesUp = ({ trigger: { form, reading, entry } }: Candidate, blocked: readonly Blocked[]): boolean =>
  form.pos === 'noun' &&
  reading.article &&
  blocked.some(({ rule, why }) => rule === entry.id && why.endsWith('nearby'));

/** Markets are struck and bombed in words only: in their texts force counts where people are harmed. */
const isLiteral = ({ type, counts }: Candidate): boolean =>
  typeEntry(type).group !== 'armed_conflict' ||
  counts.some(({ kind }) => kind === 'killed' || kind === 'wounded');

/** A whole description in the title is news, whatever the other words; of games and books only with people harmed. */
function isHardNews({ sentence, trigger, type, counts, date }: Candidate, genre: Genre): boolean {
  if (sentence.zone === 'body' || trigger.entry.tier !== 'f' || type === 'official_stance') return false;
  const isHarm = counts.some(({ kind }) => kind === 'killed' || kind === 'wounded');
  const { group } = typeEntry(type);
  if (playful.has(genre)) return sentence.zone === 'title' && (isHarm || group === 'justice');
  if (genre === 'opinion' && sentence.zone === 'lead') return hardGroups.has(group) && date !== null; // a question above news of the day
  return sentence.zone === 'title' && (isHarm || hardGroups.has(group));
}
const playful = new Set<Genre>(['sport', 'culture']);
const hardGroups = new Set([
  'armed_conflict',
  'security',
  'disaster',
  'unrest',
  'justice',
  'humanitarian',
  'health',
  'politics',
]);

/** Condolences, funerals, congratulations, calls on the hurt, the press of the day: what they are about is told, not announced. */
const courtesy =
  /(?:^|\s)(?:[يت]عز[يّ]|[يت]واسي|تعازي|[يت]شي[ّ]?ع|الصلاة على|جثمان|برقية|[يت]هنئ|تهنئة|العزاء|[يت](?:عود|زور|تفقد) (?:ال)?(?:مصاب|جرح)\S*|[يت]رثي|رثاء|والدة? (?:ال)?شهيد|ذوي (?:ال)?شهيد|(?:اهتمامات|أقوال|عناوين) الصحف)(?:\s|$)/u;

/** What the title announces, or the first paragraph where the title names no happening. */
function mainOf(kept: readonly Judged[], title: string): Set<Judged> {
  if (courtesy.test(title)) return new Set();
  const news = kept.filter(({ head }) => !head.isBackground);
  const titled = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'title'));
  const led = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'lead'));
  const [best] = [...(titled.length > 0 ? titled : led)].sort((a, b) => prominence(b) - prominence(a));
  return new Set(best ? [best] : []);
}

/** Settings ("after the attack …") are not what is announced; what lead and title share is. */
function prominence({ head, mentions, likelihood }: Judged): number {
  const isLed = mentions.some(({ sentence }) => sentence.zone === 'lead');
  return (
    likelihood + (isLed ? 0.5 : 0) - (head.setting.isSetting ? 1 : 0) - (head.setting.isPurpose ? 0.5 : 0)
  );
}
