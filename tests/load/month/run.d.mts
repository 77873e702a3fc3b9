import type { SimulatedSource } from './newsrooms.mjs';
import type { Strategy } from './strategies.mjs';

export type Month = {
  requests: number;
  items: number;
  lost: number;
  requestsPerItem: number;
  medianMs: number;
  within10: number;
};
export function month(sources: readonly SimulatedSource[], strategy: Strategy, days: number): Month;
