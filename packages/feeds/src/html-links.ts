const addresses =
  /(\s(?:href|src|cite|action|background|poster|data|longdesc|usemap|codebase)\s{0,3}=\s{0,3})(?:"([^"<>]{0,4000})"|'([^'<>]{0,4000})')/gi;

/** Makes the addresses in HTML absolute; without a base it comes back as it is. */
export function resolveHtml(html: string, base: string | null): string {
  if (base === null || !html.includes('<')) return html;
  return html.replace(/<[a-z][^<>]{0,8000}>/gi, (tag) =>
    tag.replace(addresses, (whole, before: string, double?: string, single?: string) => {
      const absolute = resolveLink(double ?? single ?? '', base);
      return absolute === null ? whole : `${before}"${absolute}"`;
    }),
  );
}

/** An address against its base; one that is absolute already stays letter for letter. Null when it is none. */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  if (/^[a-z][a-z0-9+.-]{0,20}:/i.test(trimmed)) return trimmed;
  if (base === null) return null;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return null;
  }
}

/** xml:base as feeds mean it: a path names a folder whether it ends in a slash or not. */
export function folderOf(base: string): string {
  try {
    const url = new URL(base);
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return url.href;
  } catch {
    return base;
  }
}

/** The base within an element: its own xml:base, against the one around it. */
export function baseWithin(attributes: Record<string, string>, around: string | null): string | null {
  const own = attributes['xml:base']?.trim();
  return own ? (resolveLink(own, around) ?? around) : around;
}
