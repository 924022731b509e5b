/**
 * Loaded before a program that `npm run dev` starts: ends it when its parent is gone, whatever ended that, since then
 * the channel between them closes. Threads of the program load this too, and have no channel.
 */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
