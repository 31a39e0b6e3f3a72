// Loaded into the served app: when the process that started it is gone, however it went, the app goes too, so that its
// port is free for the next start.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
