import { z } from 'zod';
import { countKinds, eventTypeIds } from './event-types.ts';

/** `start` and `end` are UTF-16 code unit offsets into the title or the text; `text` is that exact substring. */
export const Span = z.object({
  field: z.enum(['title', 'text']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});

/** ISO 8601 with a zone. The published schema says so; here it is not refused: what a page says of its time ends no job. */
export const Instant = z.string().meta({ format: 'date-time' });

export const Names = z.object({ ar: z.string(), en: z.string() });

export const Party = z.object({
  text: z.string(),
  /** Id in the actor registry, or null when the name is not in it. */
  canon: z.string().nullable(),
  /** PLOVER sector code (COP, MIL, REB, GOV, CVL …). */
  sector: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  span: Span,
});

export const sourceTypes = [
  'official',
  'military_police',
  'medical',
  'ngo_monitor',
  'agency',
  'media',
  'party_to_conflict',
  'armed_group_claim',
  'witness',
  'local_source',
  'anonymous_official',
  'social_media',
  'unknown',
] as const;

export const Attribution = z.object({
  text: z.string(),
  canon: z.string().nullable(),
  sourceType: z.enum(sourceTypes),
  span: Span,
});

export const PlaceCandidate = z.object({
  gazetteerId: z.string(),
  score: z.number(),
  admin1: z.string().nullable(),
});

export const placeRelations = ['in', 'near', 'between', 'countryside', 'border', 'off_coast'] as const;

export const Place = z.object({
  country: z.string().nullable(),
  /** Arabic name of the first-level unit, without the word for governorate. */
  admin1: z.string().nullable(),
  /** ISO 3166-2. */
  admin1Code: z.string().nullable(),
  admin2: z.string().nullable(),
  locality: z.string().nullable(),
  relation: z.enum(placeRelations).nullable(),
  /** 1 named locality, 2 near it, 3 governorate or region, 4 country, 5 unknown. */
  precision: z.int().min(1).max(5),
  /** WGS 84 degrees, null when not known: never invented. */
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  gazetteerId: z.string().nullable(),
  /** The readings that were weighed and not chosen. */
  candidates: z.array(PlaceCandidate),
  span: Span,
});

export const datePrecisions = ['day', 'range', 'week', 'month', 'year', 'unknown'] as const;

const day = z.string().meta({ pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' });

export const EventDate = z.object({
  /** YYYY-MM-DD, YYYY-MM or YYYY, as precise as the text. */
  start: day,
  end: day.nullable(),
  precision: z.enum(datePrecisions),
  basis: z.enum(['text', 'publication', 'inferred']),
  span: Span.nullable(),
});

export const qualifiers = ['exact', 'approx', 'at_least', 'at_most', 'range', 'vague'] as const;

export const Count = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.enum(qualifiers),
  text: z.string(),
  span: Span,
});

export const Codes = z.object({
  acled: z
    .object({
      eventType: z.string().nullable(),
      subEventType: z.string().nullable(),
      disorderType: z.string().nullable(),
    })
    .nullable(),
  plover: z.object({ type: z.string(), mode: z.string().nullable() }).nullable(),
  cameo: z.array(z.string()),
  iptc: z.array(z.string()),
});

/** An event as the extractor gives it, before it is linked to an incident. */
export const ExtractedEvent = z.object({
  id: z.string(),
  type: z.enum(eventTypeIds),
  label: Names,
  status: z.enum(['main', 'secondary', 'background']),
  modality: z.enum(['asserted', 'alleged', 'denied', 'planned', 'ongoing']),
  aggregate: z.boolean(),
  trigger: Span,
  evidence: Span,
  actors: z.array(Party),
  targets: z.array(Party),
  victims: z.array(Party),
  source: Attribution.nullable(),
  place: Place.nullable(),
  placesOther: z.array(Place),
  date: EventDate.nullable(),
  counts: z.partialRecord(z.enum(countKinds), Count),
  attributes: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
  instrument: z.string().nullable(),
  object: z.string().nullable(),
  topic: z.string().nullable(),
  codes: Codes,
  confidence: z.number().min(0).max(1),
  rules: z.array(z.string()),
});

export const Event = ExtractedEvent.extend({ incidentId: z.string().nullable() });

export const genres = [
  'news',
  'statement',
  'analysis',
  'opinion',
  'feature',
  'anniversary',
  'sport',
  'economy',
  'culture',
  'science',
  'service',
] as const;

export const Outlet = z.object({ id: z.string(), name: Names, country: z.string().nullable() });

export const dateBases = ['feed', 'meta', 'jsonld', 'url', 'text', 'fetched'] as const;

export const Article = z.object({
  id: z.string(),
  url: z.string(),
  canonicalUrl: z.string(),
  outlet: Outlet,
  /** Whose words these are. */
  origin: z.object({ id: z.string(), basis: z.enum(['byline', 'dateline', 'text-copy', 'outlet']) }),
  title: z.string(),
  lead: z.string().nullable(),
  /** Paragraphs separated by \n. */
  text: z.string(),
  language: z.string(),
  authors: z.array(z.string()),
  section: z.string().nullable(),
  keywords: z.array(z.string()),
  image: z.string().nullable(),
  publishedAt: Instant,
  publishedBasis: z.enum(dateBases),
  updatedAt: Instant.nullable(),
  fetchedAt: Instant,
});

export const Story = z.object({
  id: z.string(),
  verdict: z.enum(['new', 'copy', 'revision']),
  /** The article this one copies or revises. */
  of: z.string().nullable(),
  similarity: z.number().nullable(),
});

export const Provenance = z.object({
  pipeline: z.string(),
  extractor: z.string(),
  ontology: z.string(),
  gazetteer: z.string(),
});

/** What Rasid publishes: one per article revision. */
export const RasidRecord = z
  .object({
    schema: z.literal('rasid.record/1'),
    id: z.string(),
    revision: z.int().positive(),
    article: Article,
    story: Story,
    genre: z.enum(genres),
    events: z.array(Event),
    provenance: Provenance,
  })
  .meta({ title: 'Rasid record', description: 'One per article revision.' });

export type Span = z.infer<typeof Span>;
export type Names = z.infer<typeof Names>;
export type Party = z.infer<typeof Party>;
export type Attribution = z.infer<typeof Attribution>;
export type Place = z.infer<typeof Place>;
export type EventDate = z.infer<typeof EventDate>;
export type Count = z.infer<typeof Count>;
export type Codes = z.infer<typeof Codes>;
export type ExtractedEvent = z.infer<typeof ExtractedEvent>;
export type Event = z.infer<typeof Event>;
export type Genre = (typeof genres)[number];
export type Outlet = z.infer<typeof Outlet>;
export type Article = z.infer<typeof Article>;
export type Story = z.infer<typeof Story>;
export type RasidRecord = z.infer<typeof RasidRecord>;
