package lastwords.web.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.ClusterNode;
import lastwords.trace.story.StoryJson;
import lastwords.web.trace.KeptSteps;

/** The story of a running machine. Later steps may change its last lines, or insert one. */
final class LiveStory {
  /**
   * The story is generated from the start each time: at most a sixth of the time is spent on that.
   */
  private static final int REST = 5;

  private final KeptSteps steps;
  private List<String> told = List.of();
  private boolean unread = true;
  private boolean complete;
  private long next;

  LiveStory(ClusterNode node, String id) {
    steps = new KeptSteps(node, id);
  }

  /**
   * The change since the last call, as JSON: all lines from a number on, replacing the old ones.
   *
   * @param nowNanos emulated time so far
   */
  Optional<String> change(long nowNanos) throws IOException {
    if (complete) {
      return Optional.empty();
    }
    unread |= steps.read();
    long begin = System.nanoTime();
    if (begin < next && !steps.over()) {
      return Optional.empty();
    }
    List<String> now = steps.story(nowNanos).stream().map(StoryJson::line).toList();
    next = System.nanoTime() + REST * (System.nanoTime() - begin);
    int same = same(told, now);
    boolean changed = same < now.size() || same < told.size() || unread || steps.over();
    told = now;
    unread = false;
    complete = steps.over();
    return changed ? Optional.of(json(same)) : Optional.empty();
  }

  /** Number of equal lines at the beginning of both stories. */
  private static int same(List<String> one, List<String> other) {
    int count = 0;
    while (count < Math.min(one.size(), other.size()) && one.get(count).equals(other.get(count))) {
      count++;
    }
    return count;
  }

  private String json(int from) {
    return "{\"from\":"
        + from
        + ",\"steps\":"
        + steps.count()
        + ",\"over\":"
        + complete
        + ",\"moments\":["
        + String.join(",", told.subList(from, told.size()))
        + "]}";
  }
}
