const declaration =
  /<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,40})\s{1,20}(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s{0,20}>/g;
const mostExpanded = 10_000; // references: two megabytes of text at most, whatever a document declares

/**
 * Puts the texts a document declares for its own references in their place. Only plain texts: one that refers to others
 * is left alone, so that nothing can multiply.
 */
export function expandEntities(text: string): string {
  const start = text.slice(0, 4_000).search(/<!DOCTYPE[^<>]{0,300}\[/i);
  if (start === -1) return text;
  const end = text.indexOf(']>', start);
  const subset = text.slice(start, Math.min(end === -1 ? text.length : end, start + 20_000));
  const own = new Map([...subset.matchAll(declaration)].map(([, name = '', a, b]) => [name, a ?? b ?? '']));
  if (own.size === 0) return text;
  let expanded = 0;
  const body = text.slice(start + subset.length);
  const replaced = body.replace(/&([A-Za-z_][\w.-]{0,40});/g, (whole, name: string) => {
    const value = own.get(name);
    return value === undefined || expanded++ >= mostExpanded ? whole : value;
  });
  return text.slice(0, start + subset.length) + replaced;
}
