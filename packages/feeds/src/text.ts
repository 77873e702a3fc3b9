import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** Plain text of a title: tags and entities out, also those that were escaped twice. Null when nothing is left. */
export function tidy(text: string | null): string | null {
  if (text === null) return null;
  let plain = text;
  for (let turn = 0; turn < 2 && /[<&]/.test(plain); turn++) plain = textContent(parseDocument(plain));
  return plain.replace(/\s+/g, ' ').trim() || null;
}
