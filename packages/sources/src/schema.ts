import { z } from 'zod';
import { Duration } from './duration.ts';

const minute = 60_000;
const usualMin = '2m'; // politer than any feed changes
const usualMax = '24h';
const leastMinMs = 1_000; // for a feed on one's own machine
const mostMaxMs = 7 * 24 * 60 * minute;

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

export const SourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'must be a-z, 0-9 and "-"')
  .describe('Short name, unique in the catalogue: a-z, 0-9 and "-"');

export const Outlet = z
  .strictObject({
    id: SourceId.describe(
      'The same for all feeds of one outlet: an item that two of them carry is read once',
    ),
    name: z
      .strictObject({ ar: z.string().min(1), en: z.string().min(1) })
      .describe('Its name in both languages'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as SY')
      .nullable()
      .describe('ISO 3166-1 code of the country it writes from; null for none'),
  })
  .describe('Who publishes');

const Every = z
  .strictObject({
    min: Duration.prefault(usualMin).describe('Never asked more often than this'),
    max: Duration.prefault(usualMax).describe('Never asked less often than this, errors included'),
  })
  .describe('Bounds of the pause between two polls; within them it follows the source’s habits');

const sectionRule =
  'Each is a category of the feed, or, when it begins with "/", a part of the path of an item’s address';

const Sections = z
  .strictObject({
    include: z.array(z.string().min(1)).default([]).describe(`Only these are read. ${sectionRule}`),
    exclude: z.array(z.string().min(1)).default([]).describe(`These are not read. ${sectionRule}`),
  })
  .describe('Which sections of the feed are read; all of them without this');

/** One feed of an outlet, as it is written in a catalogue. */
export const SourceEntry = z.strictObject({
  id: SourceId,
  outlet: Outlet,
  kind: z
    .enum(['agency', 'newspaper', 'broadcaster', 'government', 'ngo', 'un', 'other'])
    .default('other')
    .describe('What the outlet is'),
  language: z
    .string()
    .min(2)
    .default('ar')
    .describe('Language of the feed; others than "ar" are read and then dropped as not Arabic'),
  timeZone: z
    .string()
    .refine(isZone, 'must be an IANA zone such as Asia/Damascus')
    .default('Asia/Riyadh')
    .describe('IANA zone of the outlet, for dates that name none'),
  feed: z.url({ protocol: /^https?$/ }).describe('Address of the feed or news sitemap'),
  tags: z.array(z.string().min(1)).default([]).describe('Words of your own to choose sources by'),
  paused: z.boolean().default(false).describe('Known but not asked'),
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe('Headers to send along, such as an authorization'),
  every: Every.prefault({}),
  sections: Sections.prefault({}),
  rights: z.string().optional().describe('Terms of use, in your words'),
  evidence: z.string().optional().describe('How you know of the feed'),
  note: z.string().optional().describe('Anything else'),
});

/** One feed of an outlet, as the rest of Rasid sees it. */
export const Source = SourceEntry.transform(({ every, ...rest }, context) => {
  const place = { code: 'custom' as const, path: ['every'] };
  if (every.min < leastMinMs) context.addIssue({ ...place, message: 'min must be 1s or more' });
  if (every.max > mostMaxMs) context.addIssue({ ...place, message: 'max must be 7d or less' });
  if (every.min > every.max) context.addIssue({ ...place, message: 'min must not be more than max' });
  return { ...rest, minIntervalMs: every.min, maxIntervalMs: every.max };
});

export type Source = z.output<typeof Source>;
export type SourceEntry = z.input<typeof SourceEntry>;

/** A change to a source of the shipped catalogue: what is written here stands in place of what is shipped. */
const Change = SourceEntry.partial().required({ id: true });

const OwnCatalogue = z.strictObject({
  sources: z.array(SourceEntry).describe('The feeds that are followed'),
});

const ExtendedCatalogue = z.strictObject({
  catalogue: z
    .literal('shipped')
    .describe('Follow the shipped catalogue too; an entry with an id of it changes it, others are added'),
  without: z.array(SourceId).default([]).describe('Sources of the shipped catalogue that are not followed'),
  sources: z
    .array(z.union([SourceEntry, Change]))
    .default([])
    .describe('Sources of your own, and changes to shipped ones'),
});

/** The whole file, for editors: sources.schema.json is made of it. */
export const CatalogueFile = z
  .union([OwnCatalogue, ExtendedCatalogue])
  .meta({ title: 'Rasid sources', description: 'Which Arabic news feeds Rasid follows (sources.yaml)' });
