import { decode } from './xml/text.ts';

const escapedTag =
  /&lt;\/?(?:p|br|div|span|a|img|strong|em|b|i|u|h[1-6]|ul|ol|li|blockquote|figure|table|iframe|section)(?:[\s/]|&gt;)/gi;

/**
 * HTML that was escaped once too often gets its tags back; anything else comes back as it is. One pair of tags around a
 * few words may be meant as text, in an article about HTML: an attribute, a line break, a third tag or a long text is
 * asked for.
 */
export function unescapeHtml(html: string): string {
  if (!html.includes('&lt;') || /<(?:p|br|div|span|a|img|strong|ul|table)[\s/>]/i.test(html)) return html;
  const tags = html.match(escapedTag);
  if (!tags) return html;
  const isPlain =
    tags.length < 3 &&
    html.length < 120 &&
    !/&lt;[a-z1-6]{1,10}\s{1,3}[a-z-]{2,20}=/i.test(html) &&
    !/&lt;(?:br|img)/i.test(html);
  return isPlain ? html : decode(html);
}
