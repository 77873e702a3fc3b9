export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON as pages write it: with line breaks inside strings, comments around it, a semicolon at its end; null when it is none. */
export function parseLoosely(text: string): unknown {
  const body = text
    .trim()
    .replace(/^(?:<!--|<!\[CDATA\[|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '')
    .replace(/(?:-->|\]\]>|\/\/\]\]>|\/\*\]\]>\*\/)$/, '')
    .trim()
    .replace(/;$/, '');
  if (!/^[[{]/.test(body)) return null;
  for (const attempt of [(json: string) => json, withoutBreaks, withoutCommas]) {
    try {
      return JSON.parse(attempt(body));
    } catch {
      // the next attempt, or nothing
    }
  }
  return null;
}

const withoutBreaks = (json: string): string => json.replace(/[\u0000-\u001f]+/g, ' ');
/** A comma before a closing bracket, as templates leave it. */
const withoutCommas = (json: string): string => withoutBreaks(json).replace(/,\s{0,20}([\]}])/g, '$1');

/** A text under one of the names, directly. */
export function textUnder(object: JsonObject | null | undefined, names: readonly string[]): string | null {
  for (const name of names) {
    const value = object?.[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}
