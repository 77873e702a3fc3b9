import type { Piece, SampleOutlet } from '../story.ts';
import { blogPage } from './blog.ts';
import { classicPage } from './classic.ts';
import { semanticPage } from './semantic.ts';
import { shellPage } from './shell.ts';

/** `others` are further pieces of the outlet, for its boxes of links. */
export type PageInput = { outlet: SampleOutlet; origin: string; piece: Piece; others: readonly Piece[] };

/** How each template is written and what its server says it is. */
export const pageTemplates: Record<
  SampleOutlet['template'],
  { contentType: string; write: (input: PageInput) => string | Buffer }
> = {
  blog: { contentType: 'text/html; charset=UTF-8', write: blogPage },
  classic: { contentType: 'text/html', write: classicPage },
  semantic: { contentType: 'text/html; charset=utf-8', write: semanticPage },
  shell: { contentType: 'text/html; charset=utf-8', write: shellPage },
};
