import { arabicDay, fillDates, startOfDay } from './dates.ts';
import type { Piece, SampleOutlet, StoryFile } from './story.ts';

/** When the newsroom opened and, once it did, when it brought out its second edition. */
export type Clock = { startedAt: Date; revisedAt: Date | null };

const minuteMs = 60_000;

/** The path of a story's page on its outlet's server; its month is that of the opening, so that it never changes. */
function pathOf(outlet: SampleOutlet, story: StoryFile, number: number, opened: Date): string {
  if (story.serve === 'denied') return `/internal/${story.slug}`;
  if (story.serve === 'pdf') return `/files/${story.slug}.pdf`;
  const { year, month } = arabicDay(opened);
  switch (outlet.template) {
    case 'semantic':
      return `/${story.serve === 'gallery' ? 'photos' : 'news'}/${number}/${encodeURIComponent(story.slug)}`;
    case 'classic':
      return `/Article.aspx?id=${number}`;
    case 'blog':
      return `/${year}/${String(month).padStart(2, '0')}/${encodeURIComponent(story.slug)}/`;
    case 'shell':
      return `/story/${story.slug}`;
  }
}

/** Publication never falls on the day before the start: the texts say "today". */
function publishedAtOf(story: StoryFile, opened: Date): Date {
  const wanted = opened.getTime() - story.publishedOffsetMinutes * minuteMs;
  return new Date(Math.max(wanted, startOfDay(opened).getTime()));
}

function toPiece(outlet: SampleOutlet, story: StoryFile, number: number, clock: Clock): Piece {
  const { startedAt, revisedAt } = clock;
  const publishedAt = publishedAtOf(story, story.edition === 2 && revisedAt ? revisedAt : startedAt);
  const revision = revisedAt ? story.revision : undefined;
  const fill = (text: string) => fillDates(text, publishedAt);
  const paragraphs = (revision ?? story).paragraphs.map(fill);
  return {
    id: story.id,
    number,
    path: pathOf(outlet, story, number, startedAt),
    title: fill((revision ?? story).title),
    paragraphs,
    lead: paragraphs[0] ?? '',
    author: story.author,
    section: story.section,
    keywords: story.keywords,
    publishedAt,
    updatedAt: revision ? revisedAt : null,
    feeds: story.feeds,
    serve: story.serve,
    language: story.language,
    feedContent: story.feedContent ?? false,
  };
}

/** What an outlet has on its site at this moment, newest first. */
export function piecesOf(outlet: SampleOutlet, stories: readonly StoryFile[], clock: Clock): Piece[] {
  return stories
    .filter((story) => story.outletId === outlet.id)
    .map((story, index) => ({ story, number: outlet.firstNumber + index }))
    .filter(({ story }) => story.edition === 1 || clock.revisedAt !== null)
    .map(({ story, number }) => toPiece(outlet, story, number, clock))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.number - a.number);
}
