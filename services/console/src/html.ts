/** Markup that is already safe: only `html` and `raw` make it. */
export type Markup = { readonly markup: string };

type Part = Markup | string | number | null | undefined | false | readonly Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or a quoted attribute; control characters that HTML forbids are dropped. */
export const escapeHtml = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** Builds markup and escapes every value; lists are joined, `null`, `undefined` and `false` leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let markup = strings[0] ?? '';
  parts.forEach((part, at) => {
    markup += render(part) + (strings[at + 1] ?? '');
  });
  return { markup };
}

/** Markup of our own making that must not be escaped. Never give it a value from outside. */
export const raw = (markup: string): Markup => ({ markup });

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}

/** The address when it is a web address, else null: a feed may say `javascript:`. */
export const webAddress = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);
