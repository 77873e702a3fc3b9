import { ModelFailure } from './failure.ts';

const restMs = 30_000; // an endpoint that failed is left alone so long: other articles do not wait for it in vain

export type Rest = ReturnType<typeof createRest>;

/** Whether an endpoint is left alone for now, and until when. */
export function createRest() {
  let until = 0;
  let why = '';
  return {
    /** The failure of who asks during a rest; null when there is none. */
    now: (): ModelFailure | null =>
      Date.now() < until
        ? new ModelFailure('away', `the model failed a moment ago: ${why}`, {
            retryAfterMs: until - Date.now(),
          })
        : null,
    after(failure: ModelFailure): void {
      until = Date.now() + (failure.retryAfterMs ?? restMs);
      why = failure.message;
    },
  };
}
