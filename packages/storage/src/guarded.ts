import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

// KEYS: guarded hashes first, then all others. ARGV: number of guards, their versions, then the commands as JSON:
// [name, index of the key, arguments...]. Nothing is written unless every guard has its version (0: is not there).
const guardedScript = defineScript(`
local guards = tonumber(ARGV[1])
for at = 1, guards do
  local version = redis.call('HGET', KEYS[at], 'version') or '0'
  if version ~= ARGV[at + 1] then return 0 end
end
for _, command in ipairs(cjson.decode(ARGV[guards + 2])) do
  command[2] = KEYS[command[2]]
  redis.call(unpack(command))
end
return 1`);

type Command = [name: string, key: string, ...args: (string | number)[]];

/** Commands that are carried out all together or not at all, only if nothing they rest on was changed meanwhile. */
export function createGuardedBatch() {
  const guards = new Map<string, number>();
  const commands: Command[] = [];
  return {
    /** The hash must still have this version; 0 when it must not be there. */
    guard: (key: string, version: number): void => void guards.set(key, version),
    add: (...command: Command): void => void commands.push(command),
    /** Whether it was carried out. */
    async run(redis: Redis): Promise<boolean> {
      const keys = [...new Set([...guards.keys(), ...commands.map(([, key]) => key)])];
      const indexOf = new Map(keys.map((key, at): [string, number] => [key, at + 1]));
      const list = commands.map(([name, key, ...args]) => [name, indexOf.get(key), ...args.map(String)]);
      const args = [guards.size, ...guards.values(), JSON.stringify(list)];
      return (await guardedScript(redis, keys, args)) === 1;
    },
  };
}
