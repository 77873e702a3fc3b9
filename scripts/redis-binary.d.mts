/** How to start a Redis server on this machine. */
export function findRedis(): Promise<{
  command: string;
  args: string[];
  env: Record<string, string>;
  kind: 'native' | 'javascript';
}>;
