export type SimulatedSource = { id: string; perDay: number; times: number[]; carried: number };
export function newsrooms(count: number, days: number, seed: number): SimulatedSource[];
