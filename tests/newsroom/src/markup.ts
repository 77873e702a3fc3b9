const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for HTML or XML, attribute values included. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** JSON that can stand in a script element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Said on every page. */
export const sampleNotice =
  'صفحة تجريبية من عيّنة راصد: الوسيلة خيالية والأخبار مختلقة. Sample page, fictional news.';

const heading = /^## /;

/** Paragraphs and headings as elements. */
export const paragraphsHtml = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((text) =>
      heading.test(text)
        ? `<h2>${escapeMarkup(text.replace(heading, ''))}</h2>`
        : `<p>${escapeMarkup(text)}</p>`,
    )
    .join('\n');

/** Paragraphs without heading marks. */
export const plainParagraphs = (paragraphs: readonly string[]): string[] =>
  paragraphs.map((text) => text.replace(heading, ''));
