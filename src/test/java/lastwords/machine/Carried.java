package lastwords.machine;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;

/**
 * Effects as words, {@code deliver 248 to cpu1 after 1000 ns from cpu0}, instead of being carried
 * out.
 */
public final class Carried implements Carrier {
  private final List<String> words = new ArrayList<>();

  private Carried() {}

  /** The current effects; afterwards there are none. */
  public static List<String> by(Effects effects) {
    Carried carried = new Carried();
    effects.carryOut(carried);
    return carried.words;
  }

  @Override
  public void wake(int cpu) {
    words.add("wake cpu" + cpu);
  }

  @Override
  public void deliver(int cpu, int vector, long nanos, int from) {
    words.add("deliver " + vector + " to cpu" + cpu + " after " + nanos + " ns from cpu" + from);
  }

  @Override
  public void timer(int cpu, int vector, long nanos) {
    words.add("timer " + vector + " of cpu" + cpu + " after " + nanos + " ns");
  }

  @Override
  public void uartNews(int port, long nanos) {
    words.add("news of port " + port + " at " + nanos + " ns");
  }

  @Override
  public void uartDone(int cpu, long characters) {
    words.add("cpu" + cpu + " has sent " + characters);
  }

  @Override
  public void end(int how, int cpu) {
    words.add("end " + how + " by cpu" + cpu);
  }

  @Override
  public void dropped(int cpu, int vector, int fault, int from) {
    words.add("fault " + fault + " loses " + vector + " to cpu" + cpu + " from cpu" + from);
  }
}
