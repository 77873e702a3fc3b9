import { createHash } from 'node:crypto';
import { type Clock, piecesOf } from './edition.ts';
import { feedFormats } from './feeds/feed.ts';
import { frontPage, galleryPage } from './pages/gallery.ts';
import { pageTemplates } from './pages/page.ts';
import type { Piece, SampleOutlet, StoryFile } from './story.ts';

export type Answer = { status: number; headers: Record<string, string>; body: string | Buffer };

const robots = 'User-agent: *\nDisallow: /internal/\n';
/** The address clouds answer with credentials; a fetcher must never go there. */
const privateAddress = 'http://169.254.169.254/latest/meta-data/';
const linkCount = 5; // links in the boxes beside an article
const pdf = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

const answer = (status: number, contentType: string, body: string | Buffer): Answer => ({
  status,
  headers: { 'content-type': contentType },
  body,
});

const etagOf = (body: string | Buffer): string => `"${createHash('sha1').update(body).digest('hex')}"`;

function feedAnswer(
  outlet: SampleOutlet,
  origin: string,
  path: string,
  pieces: Piece[],
  etag: string | undefined,
) {
  const source = outlet.sources.find((candidate) => candidate.path === path);
  if (!source) return null;
  const { contentType, write } = feedFormats[source.format];
  const listed = pieces.filter((piece) => piece.feeds.includes(source.id));
  const body = write({ outlet, title: source.title, origin, pieces: listed });
  const headers = { 'content-type': contentType, etag: etagOf(body) };
  return etag === headers.etag ? { status: 304, headers, body: '' } : { status: 200, headers, body };
}

/**
 * One outlet's web site: what it answers to a path at a moment. Keeps which busy pages were asked for already.
 */
export function openSite(outlet: SampleOutlet, stories: readonly StoryFile[]) {
  const asked = new Set<string>();

  function pageAnswer(origin: string, piece: Piece, pieces: Piece[]): Answer {
    const others = pieces
      .filter((other) => other.id !== piece.id && other.serve === 'article' && other.language === 'ar')
      .slice(0, linkCount);
    const input = { outlet, origin, piece, others };
    const { contentType, write } = pageTemplates[outlet.template];
    switch (piece.serve) {
      case 'missing':
      case 'nowhere':
        return answer(404, 'text/html; charset=utf-8', frontPage(input));
      case 'private-redirect':
        return { status: 302, headers: { location: privateAddress }, body: '' };
      case 'pdf':
        return answer(200, 'application/pdf', pdf);
      case 'gallery':
        return answer(200, 'text/html; charset=utf-8', galleryPage(input));
      case 'busy-once':
        if (!asked.has(piece.id)) {
          asked.add(piece.id);
          return { status: 503, headers: { 'retry-after': '1', 'content-type': 'text/plain' }, body: 'busy' };
        }
        return answer(200, contentType, write(input));
      case 'article':
      case 'denied':
        return answer(200, contentType, write(input));
    }
  }

  return {
    /** Answers a GET for the path with its query; `etag` is the request's If-None-Match. */
    respond(origin: string, target: string, clock: Clock, etag?: string): Answer {
      const url = new URL(target, origin);
      for (const name of [...url.searchParams.keys()])
        if (name.startsWith('utm_')) url.searchParams.delete(name);
      const path = url.pathname + url.search;
      const pieces = piecesOf(outlet, stories, clock);
      if (path === '/robots.txt') return answer(200, 'text/plain', robots);
      if (path === '/') return answer(200, 'text/html; charset=utf-8', frontPage({ outlet, others: pieces }));
      const piece = pieces.find((candidate) => candidate.path === path);
      if (piece) return pageAnswer(origin, piece, pieces);
      return (
        feedAnswer(outlet, origin, path, pieces, etag) ??
        answer(404, 'text/html; charset=utf-8', frontPage({ outlet, others: pieces }))
      );
    },
  };
}
