/** The command was called in a way it cannot serve: exit status 2. */
export class UsageError extends Error {}
