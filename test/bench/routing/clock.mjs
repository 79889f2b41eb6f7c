/** Milliseconds by the clock named: `wall` as they pass, `cpu` as this process works, over all its threads. */
export function clockOf(name) {
  if (name !== 'cpu') return () => performance.now();
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
}
