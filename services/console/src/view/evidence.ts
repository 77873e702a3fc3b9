import type { Article, Event, Span } from '@rasid/contracts';
import { html, type Markup } from '../html.ts';
import type { Messages } from './messages.ts';

export const roles = ['trigger', 'actor', 'target', 'victim', 'place', 'date', 'count', 'source'] as const;
type Role = (typeof roles)[number];
type Support = { role: Role; span: Span };

/** The words of an article that support the values of its events, with the role each plays. */
export function supportsOf(events: readonly Event[]): Support[] {
  return events.flatMap((event) => {
    const spans: [Role, (Span | null | undefined)[]][] = [
      ['trigger', [event.trigger]],
      ['actor', event.actors.map(({ span }) => span)],
      ['target', event.targets.map(({ span }) => span)],
      ['victim', event.victims.map(({ span }) => span)],
      ['place', [event.place, ...event.placesOther].map((place) => place?.span)],
      ['date', [event.date?.span]],
      ['count', Object.values(event.counts).map(({ span }) => span)],
      ['source', [event.source?.span]],
    ];
    return spans.flatMap(([role, list]) => list.flatMap((span) => (span ? [{ role, span }] : [])));
  });
}

/**
 * Marks the supported words from `start` to `end` of a field. Where spans overlap the shortest one gives the
 * colour; one that lies outside the text marks nothing.
 */
export function highlight(
  article: Pick<Article, 'title' | 'text'>,
  field: Span['field'],
  supports: readonly Support[],
  messages: Messages,
  [start, end]: [number, number] = [0, article[field].length],
): Markup {
  const text = article[field];
  const inside = supports
    .filter(
      ({ span }) => span.field === field && span.start < end && span.end > start && span.end > span.start,
    )
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const cuts = inside.flatMap(({ span }) => [Math.max(span.start, start), Math.min(span.end, end)]);
  const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return html`${edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? end;
    const covering = inside.filter(({ span }) => span.start <= from && span.end >= to);
    const words = text.slice(from, to);
    const [first] = covering;
    if (!first) return words;
    const names = [...new Set(covering.map(({ role }) => messages.word('role', role)))].join(' + ');
    return html`<mark class="r-${first.role}" title="${names}">${words}</mark>`;
  })}`;
}

/** The paragraphs of the text with their supported words marked. */
export function paragraphs(article: Article, supports: readonly Support[], messages: Messages): Markup[] {
  let at = 0;
  return article.text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return html`<p>${highlight(article, 'text', supports, messages, [start, start + line.length])}</p>`;
  });
}
