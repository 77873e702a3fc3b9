import type {
  DropReason,
  ItemRef,
  NextStage,
  PublishedOutcome,
  StageInput,
  StageName,
} from '@rasid/contracts';

/** Facts about a job for its one log line: short, flat, no texts. */
export type Notes = Record<string, string | number | boolean | null>;

export type Emission<N extends StageName> = N extends StageName ? { to: N; data: StageInput<N> } : never;

/** How work ends without an error. The two errors below and any other throw are the other three fates. */
export type Outcome<S extends StageName> =
  | { fate: 'pass'; emissions: Emission<NextStage<S>>[]; drops: Drop[]; notes: Notes }
  | { fate: 'drop'; reason: DropReason; notes: Notes }
  | { fate: 'publish'; outcome: PublishedOutcome; notes: Notes };

type Drop = { item: ItemRef; reason: DropReason };

/** Hands one job to the next stage. */
export const pass = <N extends StageName>(to: N, data: StageInput<N>, notes: Notes = {}) => ({
  fate: 'pass' as const,
  emissions: [{ to, data }],
  drops: [] as Drop[],
  notes,
});

/** Hands on what a poll found: the items to fetch, and those that end here with their reason. */
export const passAll = <E>(emissions: E[], drops: Drop[] = [], notes: Notes = {}) => ({
  fate: 'pass' as const,
  emissions,
  drops,
  notes,
});

/** Ends the item for a reason of the closed list. */
export const drop = (reason: DropReason, notes: Notes = {}) => ({ fate: 'drop' as const, reason, notes });

/** Ends the item as published: the last stage says how. */
export const publishedAs = (outcome: PublishedOutcome, notes: Notes = {}) => ({
  fate: 'publish' as const,
  outcome,
  notes,
});

/** Not now: the job comes back after `delayMs`, and no attempt is spent. */
export class RetryLater extends Error {
  readonly delayMs: number;
  constructor(why: string, delayMs: number) {
    super(why);
    this.name = 'RetryLater';
    this.delayMs = delayMs;
  }
}

/** Never again: the job goes to quarantine at once, where an operator can look at it and retry it. */
export class PermanentError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'PermanentError';
  }
}
