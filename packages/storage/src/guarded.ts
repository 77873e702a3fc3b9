import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

// KEYS: the clock first, then all others. ARGV: what the clock said, then the commands as JSON:
// [name, index of the key, arguments...]; ENTER puts a member into a set that ends so many seconds after its first. Nothing is written when the clock went on meanwhile.
const guardedScript = defineScript(`
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then return 0 end
redis.call('INCR', KEYS[1])
for _, command in ipairs(cjson.decode(ARGV[2])) do
  command[2] = KEYS[command[2]]
  if command[1] == 'ENTER' then
    if redis.call('SADD', command[2], command[3]) == 1 and redis.call('SCARD', command[2]) == 1 then
      redis.call('EXPIRE', command[2], command[4])
    end
  else redis.call(unpack(command)) end
end
return 1`);

type Command = [name: string, key: string, ...args: (string | number)[]];

/** Commands that are carried out all together or not at all, only if nobody else has written since the clock was read. */
export function createGuardedBatch(clockKey: string) {
  const commands: Command[] = [];
  return {
    add: (...command: Command): void => void commands.push(command),
    /** Whether it was carried out. */
    async run(redis: Redis, clock: number): Promise<boolean> {
      const keys = [...new Set([clockKey, ...commands.map(([, key]) => key)])];
      const indexOf = new Map(keys.map((key, at): [string, number] => [key, at + 1]));
      const list = commands.map(([name, key, ...args]) => [name, indexOf.get(key), ...args.map(String)]);
      return (await guardedScript(redis, keys, [clock, JSON.stringify(list)])) === 1;
    },
  };
}
