// Preloaded into programs that must not outlive the process that started them. A parent that is killed hard cannot pass that on,
// so its child looks whether it still has the same parent.
const parent = process.ppid;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 1000);
watch.unref();
