import { escapeMarkup, sampleNotice } from '../markup.ts';
import type { PageInput } from './page.ts';

const photoCount = 12; // more than any article here has, so that it reads as a gallery

/** A page of pictures with captions and no article. */
export function galleryPage({ outlet, piece }: PageInput): string {
  const title = escapeMarkup(piece.title);
  const photos = Array.from(
    { length: photoCount },
    (_, index) =>
      `<li><a href="/images/${piece.number}-${index + 1}.jpg"><img src="/images/${piece.number}-${index + 1}-small.jpg" alt=""></a><span class="caption">صورة ${index + 1}</span></li>`,
  );
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${outlet.name.ar}</title><meta property="og:type" content="website"></head>
<body><header><a href="/">${outlet.name.ar}</a></header>
<main class="gallery"><h1>${title}</h1><ul class="photos">
${photos.join('\n')}
</ul></main>
<footer><p>${sampleNotice}</p></footer></body></html>
`;
}

/** What the outlet's front page shows: nothing but links. */
export function frontPage({ outlet, others }: Pick<PageInput, 'outlet' | 'others'>): string {
  const links = others.map(
    (other) => `<li><a href="${escapeMarkup(other.path)}">${escapeMarkup(other.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${outlet.name.ar}</title></head>
<body><h1>${outlet.name.ar}</h1><ul>
${links.join('\n')}
</ul><footer><p>${sampleNotice}</p></footer></body></html>
`;
}
