package lastwords.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** CPU time of the threads whose names begin with a word, since the last call. */
final class ThreadTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String prefix;
  private long before;

  ThreadTime(String prefix) {
    this.prefix = prefix;
  }

  /** In ns. */
  long passed() {
    long now = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(prefix)) {
        now += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    long passed = now - before;
    before = now;
    return passed;
  }
}
