/** A Redis for this run. */
export function provideRedis(options: {
  folder: string;
  persistent: boolean;
}): Promise<{ url: string; stop: () => Promise<void> }>;
