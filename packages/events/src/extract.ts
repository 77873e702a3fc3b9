import { mapped } from '@rasid/arabic';
import { type ExtractedEvent, type Genre, idMaker } from '@rasid/contracts';
import { type Candidate, candidatesOf, typedIn } from './candidates.ts';
import { giveOrphans } from './counts/orphans.ts';
import { shareRetold } from './counts/retold.ts';
import { addOpeningTolls } from './counts/title-tolls.ts';
import { addTolls, pairTolls, passTolls, shareTolls } from './counts/tolls.ts';
import { allowedIn } from './decision/genre-gate.ts';
import { mainOf } from './decision/main-event.ts';
import { relevanceOf } from './decision/relevance.ts';
import { type Judged, judge } from './decision/select.ts';
import { isLearnt } from './marks.ts';
import { withCrowd, withMainMeans } from './merging/context.ts';
import { mergeCandidates } from './merging/merge.ts';
import { withSharedDoer } from './parties/shared-doer.ts';
import { toEvent } from './record.ts';
import { genreOf } from './text/genre.ts';
import { type ArticleInput, readArticle, type Sentence, soundOf } from './text/reading.ts';
import type { ReadSentence } from './wordings/heads.ts';
import { isLesson } from './wordings/lessons.ts';
import { type Blocked, textOf } from './wordings/triggers.ts';

/** Reads one article: its genre, its events in reading order, and what did not fire. */
export function read(
  input: ArticleInput,
  choose = judge,
): { genre: Genre; events: ExtractedEvent[]; blocked: Blocked[] } {
  const article = soundOf(input);
  const sentences = readArticle(article);
  const blocked: Blocked[] = [];
  const genre = genreOf(sentences, article.title);
  const opening: ReadSentence[] = [];
  const told = sentences
    .flatMap((sentence) => {
      if (isLesson(sentence)) return [];
      const each = { sentence, typed: typedIn(sentence, blocked) };
      opening.push(each);
      return candidatesOf(each, article.publishedAt, blocked);
    })
    .filter((each) => !takesUp(each, blocked));
  const meant = mapped(told, (each) => withCrowd(withMainMeans(each, told), told));
  const candidates = allowedIn(genre, meant);
  if (candidates.length === 0) return { genre, events: [], blocked };
  const merged = mergeCandidates(candidates);
  addTolls(sentences, told.filter(isRead), merged);
  const { kept, left, isNews } = choose(merged, {
    genre,
    sentences: sentences.length,
    relevance: relevanceOf(opening),
  });
  passTolls(kept, left);
  shareTolls(kept);
  giveOrphans(sentences, kept, left);
  shareRetold(kept);
  pairTolls(kept, left);
  addOpeningTolls(sentences, kept);
  const main = mainOf(kept, article.title);
  const idOf = idMaker('event', article.title, article.text);
  const events = withSharedDoer(
    kept.map((each) => toEvent(idOf, each, each === main, sentences, takenFrom(kept, each))),
  );
  for (const { head, likelihood } of left)
    blocked.push({
      rule: head.trigger.entry.id,
      text: textOf(head.sentence, head.trigger),
      why: `likelihood ${likelihood.toFixed(2)}${isNews ? '' : ', in an article that tells no event'}`,
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
const isRead = ({ trigger }: Candidate): boolean => !isLearnt(trigger);

/** "تظاهرة ثقافية … هذه التظاهرة": a definite noun takes up the one before it, which was none. */
const takesUp = ({ trigger: { form, reading, entry } }: Candidate, blocked: readonly Blocked[]): boolean =>
  form.pos === 'noun' &&
  reading.article &&
  blocked.some(({ rule, why }) => rule === entry.id && why.endsWith('nearby'));
