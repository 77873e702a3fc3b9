import { UsageError } from '../usage.ts';

/** What a person types for a site or a feed: without a scheme it is taken for https. */
export function webAddress(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) throw new UsageError(`Not a web address: ${text}`);
  return url;
}
