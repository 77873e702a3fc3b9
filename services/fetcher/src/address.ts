/** Query parameters that say where a reader came from, not what is read. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|ref|ref_src|source|xtor|at_.*|ns_.*|_ga|cmpid|ito|smid|feature)$/i;

/**
 * One spelling of an address: without tracking parameters, fragment, default port and AMP or print variants;
 * Arabic paths percent-encoded once. Null when it is no web address.
 */
export function canonicalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (tracking.test(name) || name === 'amp' || name === 'outputType') url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/amp\/?$/i, '/').replace(/%25([0-9a-f]{2})/gi, '%$1');
  return url.href;
}

/** The address as an identity: scheme, "www." and a slash at the end make no other article. */
export function addressKey(text: string): string | null {
  const canonical = canonicalAddress(text);
  if (canonical === null) return null;
  return canonical.replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/, '').replace(/\/$/, '');
}
