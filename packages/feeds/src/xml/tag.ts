import { decodeHTMLStrict } from 'entities';

export type Tag = { name: string; attributes: Record<string, string>; isEmpty: boolean; end: number };

export const noAttributes: Record<string, string> = Object.freeze({});
const longestValue = 2_000; // a value with "<" in it that is longer lost its closing quote
const quotes = { '"': true, "'": true } as Record<string, boolean>;

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;
/** A letter, `_`, `:` or anything outside ASCII starts a name; "<3" and "< " are text. */
export const startsName = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127;

/**
 * Reads the opening tag at `<`. It is none when another `<` comes before its `>`, or no `>` at all: then the answer is how
 * far was read in vain.
 * `strict` refuses `<` inside quotes too, as XML does.
 */
export function readTag(
  text: string,
  at: number,
  strict: boolean,
  onProblem: (problem: string) => void,
): Tag | { failedAt: number } {
  let position = at + 1;
  for (let code = text.charCodeAt(position); ; code = text.charCodeAt(++position)) {
    if (Number.isNaN(code)) return { failedAt: position };
    if (isSpace(code) || code === 62 || code === 47 || code === 60) break;
  }
  const name = text.slice(at + 1, position);
  if (text.charCodeAt(position) === 62)
    return { name, attributes: noAttributes, isEmpty: false, end: position };
  let attributes: Record<string, string> | null = null;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === 62)
      return {
        name,
        attributes: attributes ?? noAttributes,
        isEmpty: text.charCodeAt(position - 1) === 47,
        end: position,
      };
    if (code === 60) return { failedAt: position };
    if (isSpace(code) || code === 47) {
      position++;
      continue;
    }
    const attribute = readAttribute(text, position, strict);
    if (!attribute) return { failedAt: position };
    attributes ??= {};
    const key = attribute.name.toLowerCase();
    if (Object.hasOwn(attributes, key)) onProblem('duplicate attributes');
    else if (key) attributes[key] = decodeHTMLStrict(attribute.value);
    position = attribute.end;
  }
  return { failedAt: position };
}

const longestTag = 65_536; // characters; a data: address may be as long

/** The place of a mark within so many characters; -1 when it is not there. */
function within(text: string, mark: string, from: number, length: number): number {
  const found = text.slice(from, from + length).indexOf(mark);
  return found === -1 ? -1 : from + found;
}

type Attribute = { name: string; value: string; end: number };

function readAttribute(text: string, at: number, strict: boolean): Attribute | null {
  let position = at;
  while (position < text.length && !/[\s=>/<]/.test(text[position] ?? '')) position++;
  if (position === at) position++; // a stray "=": passed over
  const name = text.slice(at, position).replace('=', '');
  let value = position;
  while (isSpace(text.charCodeAt(value))) value++;
  if (text[value] !== '=') return { name, value: '', end: position };
  value++;
  while (isSpace(text.charCodeAt(value))) value++;
  const quote = text[value] ?? '';
  if (quotes[quote]) {
    const close = within(text, quote, value + 1, longestTag);
    const raw = close === -1 ? '<' : text.slice(value + 1, close);
    const isPlausible = !strict && raw.length < longestValue && /[\s/>?]/.test(text[close + 1] ?? '');
    if (close !== -1 && (isPlausible || !raw.includes('<'))) return { name, value: raw, end: close + 1 };
    if (strict) return null;
    // A quote that is never closed: its value ends with the tag.
    const end = within(text, '>', value, longestValue);
    const rest = end === -1 ? '<' : text.slice(value + 1, end);
    return rest.includes('<') ? null : { name, value: rest, end };
  }
  let end = value;
  while (end < text.length && !/[\s><]/.test(text[end] ?? '')) end++;
  return { name, value: text.slice(value, end), end };
}
