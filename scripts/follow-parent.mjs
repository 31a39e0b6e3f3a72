// Loaded into the served app: when the process that started it is gone, however it went, the app goes too, so that its
// port is free for the next start. `next dev` passes this file on to its own children, which are its to look after.
if (process.ppid === Number(process.env.PLUMBLINE_PARENT)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
