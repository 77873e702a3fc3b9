import { mapped } from '@rasid/arabic';
import type { Genre } from '@rasid/contracts';
import { type Candidate, candidateLike } from '../candidates.ts';
import { typeEntry } from '../data.ts';

/** Kinds of text that tell no events unless one is plainly news. */
const suppressed = new Set<Genre>(['sport', 'culture', 'science', 'service', 'opinion']);

/** The happenings a text of a genre may tell; none where its kind tells none. */
export function allowedIn(genre: Genre, candidates: readonly Candidate[]): readonly Candidate[] {
  const told = genre === 'economy' ? candidates.filter(isLiteral) : candidates;
  if (suppressed.has(genre) && !told.some((each) => isHardNews(each, genre))) return [];
  return genre === 'anniversary' ? mapped(told, asPast) : told;
}

/** What an anniversary tells of happened then; people march on the day itself. */
const asPast = (each: Candidate): Candidate =>
  each.type === 'protest' ? each : candidateLike(each, { isBackground: true });

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
