import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { field } from './fields.ts';

const periods: Record<string, number> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes between two changes as the feed has it: `ttl`, or `sy:updatePeriod` divided by `sy:updateFrequency`. */
export function ttlOf(document: XmlDocument, channel: XmlNode): number | null {
  const ttl = Number(field(document, channel, ['ttl'])?.text);
  if (Number.isFinite(ttl) && ttl > 0) return Math.round(ttl);
  const period = periods[field(document, channel, ['sy:updateperiod'])?.text.toLowerCase() ?? ''];
  const frequency = Number(field(document, channel, ['sy:updatefrequency'])?.text ?? 1);
  return period === undefined || !(frequency > 0) ? null : Math.max(1, Math.round(period / frequency));
}
