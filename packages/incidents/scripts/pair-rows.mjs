import { outletNamed } from '../../cli/dist/outlets.js';
import { toTime } from '../../cli/dist/read-articles.js';
import { extractEvents } from '../../events/dist/index.js';
import { featuresOf } from '../dist/features.js';
import { profileOf } from '../dist/profile.js';
import { reportsOf } from '../dist/report.js';

// Pairs of different happenings are the most, and most of them are told apart with ease.
const shares = { same_event: 1, related: 1, different: 0.5 };

const wordsAlone = 0.3; // articles without an event teach what words are worth when nothing else speaks

/**
 * Labelled pairs as the linker sees them: for each pair of reports by which it could join the two articles (one of them
 * a main report, none of them a mere mention) the features that are not zero, as [index, value].
 */
export function rowsOf(articles, pairs, features) {
  const known = new Map(articles.map((article) => [article.id, article]));
  const indexOf = new Map(features.map(({ name }, at) => [name, at]));
  const read = new Map();
  const reports = (id) => {
    if (!read.has(id)) read.set(id, readReports(known.get(id)));
    return read.get(id);
  };
  const entriesOf = (values) =>
    Object.entries(values).flatMap(([name, value]) => (value ? [[indexOf.get(name), value]] : []));
  return pairs.flatMap(({ a, b, label }) => {
    if (!known.has(a) || !known.has(b)) return [];
    const options = reports(a).flatMap((one) =>
      reports(b).flatMap((two) => {
        if (one.report.status !== 'main' && two.report.status !== 'main') return [];
        const { words, slots } = featuresOf(one, two);
        return [
          {
            isLesser: one.report.status !== 'main' || two.report.status !== 'main',
            words: entriesOf(words),
            slots: entriesOf(slots),
          },
        ];
      }),
    );
    const hasEvents = [a, b].every((id) => reports(id).some(({ report }) => report.event !== null));
    const share = shares[label] * (hasEvents ? 1 : wordsAlone);
    return options.length > 0 ? [{ a, b, label, options, share }] : [];
  });
}

function readReports({ id, outlet: name, date, title, text, url }) {
  const outlet = outletNamed(name ?? null);
  const publishedAt = date ? toTime(date, outlet.timeZone) : null;
  const { events, genre } = extractEvents({ title, text, publishedAt, timeZone: outlet.timeZone, outlet });
  const article = {
    id,
    title,
    text,
    url: url ?? '',
    publishedAt: publishedAt ?? new Date(0).toISOString(),
    outlet: { id: outlet.id, name: { ar: outlet.id, en: outlet.id }, country: outlet.country },
    origin: { id: outlet.id, basis: 'outlet' },
  };
  return reportsOf({ recordId: id, revision: 1, article, story: { id }, genre, events })
    .filter(({ status }) => status !== 'background')
    .map(profileOf);
}
