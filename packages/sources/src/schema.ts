import { z } from 'zod';

const hour = 3_600_000;
export const minIntervalMs = 120_000; // politer than any feed changes
export const maxIntervalMs = 24 * hour;

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

export const Outlet = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'must be a-z, 0-9 and "-"'),
  name: z.strictObject({ ar: z.string().min(1), en: z.string().min(1) }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as SY')
    .nullable(),
});

/** One feed of an outlet. */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'must be a-z, 0-9 and "-"'),
  outlet: Outlet,
  kind: z.enum(['agency', 'newspaper', 'broadcaster', 'government', 'ngo', 'un', 'other']).default('other'),
  language: z.string().default('ar'),
  timeZone: z.string().refine(isZone, 'must be an IANA zone such as Asia/Damascus').default('Asia/Riyadh'),
  feed: z.url({ protocol: /^https?$/ }),
  tags: z.array(z.string()).default([]),
  paused: z.boolean().default(false),
  headers: z.record(z.string(), z.string()).default({}),
  minIntervalMs: z.int().min(1_000).default(minIntervalMs),
  maxIntervalMs: z
    .int()
    .max(7 * 24 * hour)
    .default(maxIntervalMs),
  rights: z.string().optional(),
  evidence: z.string().optional(),
  note: z.string().optional(),
});

export const Catalogue = z.strictObject({ sources: z.array(Source) });

export type Source = z.infer<typeof Source>;
