import type { Runtime } from '@rasid/runtime';

/** Runs an operator's verb against the stores of the environment; what reaches them is loaded only now. */
export async function withRuntime<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const connect = await import('./connect.ts');
  return connect.withRuntime(work);
}
