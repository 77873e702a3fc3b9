/**
 * Why a model gave no answer. away: not now (network, 429, 5xx, time); capped: the day's limit is reached; refused: it
 * takes neither key nor request; unreadable: it answered, but no events.
 */
export class ModelFailure extends Error {
  readonly kind: 'away' | 'capped' | 'refused' | 'unreadable';
  /** When to ask again; null when the endpoint did not say. */
  readonly retryAfterMs: number | null;
  constructor(
    kind: ModelFailure['kind'],
    why: string,
    options: ErrorOptions & { retryAfterMs?: number | null } = {},
  ) {
    super(why, options);
    this.name = 'ModelFailure';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
