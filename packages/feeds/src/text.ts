import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** Plain text of a title: tags and entities out, also those that were escaped twice. Null when nothing is left. */
export function tidy(text: string | null): string | null {
  if (text === null) return null;
  let plain = text;
  for (let turn = 0; turn < 2 && /[<&]/.test(plain); turn++) plain = textContent(parseDocument(plain));
  return plain.replace(/\s+/g, ' ').trim() || null;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&amp;': '&',
};

/** HTML whose tags were escaped once too often gets its tags back; anything else comes back as it is. */
export function unescapeTags(html: string): string {
  if (/<[a-z/][^>]{0,2000}>/i.test(html) || !/&lt;\/?[a-z][a-z0-9]{0,10}[\s&/]/i.test(html)) return html;
  return html.replace(/&(?:lt|gt|quot|#0?39|amp);/g, (entity) => entities[entity] ?? entity);
}
