/** An address of the page made absolute; null when it cannot be read. */
export function absolute(link: string | null, base: string): string | null {
  if (!link) return null;
  try {
    return new URL(link, base || undefined).href;
  } catch {
    return null;
  }
}
