import { usualPrefix } from './namespaces.ts';

/**
 * Names elements by namespace, whatever prefix a feed has chosen. Declarations count from where they are read on; a
 * default namespace counts for its own element, except at the root, whose vocabulary goes without a prefix.
 */
export function nameReader(): (raw: string, attributes: Record<string, string>) => string {
  const declared = new Map<string, string>();
  const known = new Map<string, string>();
  let vocabulary: string | null = null; // the prefix the root's own elements lose

  const declare = (attributes: Record<string, string>) => {
    for (const key of Object.keys(attributes)) {
      if (!key.startsWith('xmlns:')) continue;
      const usual = usualPrefix(attributes[key] ?? '');
      if (usual === null) continue;
      declared.set(key.slice(6), usual);
      known.clear();
    }
  };
  const prefixed = (raw: string): string => {
    const colon = raw.indexOf(':');
    if (colon === -1) return raw;
    const prefix = declared.get(raw.slice(0, colon)) ?? raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    return prefix === '' || prefix === vocabulary ? local : `${prefix}:${local}`;
  };

  return (raw, attributes) => {
    declare(attributes);
    const own = raw.includes(':') ? undefined : attributes.xmlns;
    if (vocabulary === null) {
      vocabulary = ''; // decided once, by the first element
      const name = prefixed(raw);
      if (name !== 'atom:feed') return name;
      vocabulary = 'atom';
      return 'feed';
    }
    if (own !== undefined) {
      const usual = usualPrefix(own);
      return usual === null || usual === '' || usual === vocabulary || isHome(raw, usual)
        ? raw
        : `${usual}:${raw}`;
    }
    let name = known.get(raw);
    if (name === undefined) {
      name = prefixed(raw);
      known.set(raw, name);
    }
    return name;
  };
}

/** `<feed xmlns=…Atom>` is met as the first element mostly; within another it is still a feed. */
const isHome = (raw: string, usual: string): boolean => raw === 'feed' && usual === 'atom';
