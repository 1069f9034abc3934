/**
 * Milliseconds of a processor that this thread spends on some work. What else the machine is at, and whom the work waits
 * for, has no part in it.
 */
export async function ownTime(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
