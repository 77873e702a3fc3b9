import { z } from 'zod';
import { Message } from './message.ts';
import { Article, ExtractedEvent, genres, Outlet, Provenance, RasidRecord, Story } from './record.ts';

/** What the ledger follows: one feed item, from the poll that saw it first to its one outcome. */
export const ItemRef = z.object({
  /** `itm_…`, made from the outlet and the item's identity. */
  id: z.string().regex(/^itm_[A-Za-z0-9_-]+$/),
  sourceId: z.string(),
  outlet: Outlet,
  /** IANA zone of the outlet, for dates without one. */
  timeZone: z.string(),
});

/** A feed entry as the later stages need it. Texts are plain or HTML as the feed gave them. */
export const EntryHint = z.object({
  guid: z.string().nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  content: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  categories: z.array(z.string()),
});

export const PollJob = z.object({ sourceId: z.string(), dueAt: z.string() });

export const FetchJob = z.object({
  item: ItemRef,
  url: z.string(),
  entry: EntryHint,
  /** Set when an item that was read before is read again: which one, and whether its entry changed or its time came. */
  again: z.object({ of: z.string(), why: z.enum(['changed', 'revisit']) }).optional(),
});

export const CleanJob = z.object({
  item: ItemRef,
  /** Where the page was in the end, after redirects. */
  url: z.string(),
  /** Content hash in the page store; null when the feed carried the whole text. */
  pageKey: z.string().nullable(),
  contentType: z.string().nullable(),
  fetchedAt: z.string(),
  entry: EntryHint,
});

export const DedupeJob = z.object({ item: ItemRef, article: Article });

export const ExtractJob = z.object({
  item: ItemRef,
  article: Article,
  story: Story,
  revision: z.int().positive(),
});

export const LinkJob = ExtractJob.extend({
  recordId: z.string(),
  genre: z.enum(genres),
  events: z.array(ExtractedEvent),
  provenance: Provenance,
  /** The record that is withdrawn, because the page of its article is gone. */
  withdrawn: RasidRecord.optional(),
});

export const PublishJob = z.object({
  /** Null for what an operator did: no feed item stands behind it. */
  item: ItemRef.nullable(),
  messages: z.array(Message).min(1),
});

export type ItemRef = z.infer<typeof ItemRef>;
export type EntryHint = z.infer<typeof EntryHint>;
export type PollJob = z.infer<typeof PollJob>;
export type FetchJob = z.infer<typeof FetchJob>;
export type CleanJob = z.infer<typeof CleanJob>;
export type DedupeJob = z.infer<typeof DedupeJob>;
export type ExtractJob = z.infer<typeof ExtractJob>;
export type LinkJob = z.infer<typeof LinkJob>;
export type PublishJob = z.infer<typeof PublishJob>;
