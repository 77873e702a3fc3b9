import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { field } from './fields.ts';

const periods: Record<string, number> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes a feed asks to be left alone: `ttl`, or a period of the syndication module; the longer counts. */
export function ttlOf(document: XmlDocument, channel: XmlNode): number | null {
  const said = (...names: string[]) => field(document, channel, names)?.text.toLowerCase() ?? '';
  const ttl = Number(said('ttl'));
  const period = periods[said('sy:updateperiod', 'syn:updateperiod')] ?? 0;
  const frequency = Math.max(1, Number(said('sy:updatefrequency', 'syn:updatefrequency')) || 1);
  const longest = Math.max(Number.isFinite(ttl) ? ttl : 0, period / frequency);
  return longest > 0 ? Math.max(1, Math.round(longest)) : null;
}
