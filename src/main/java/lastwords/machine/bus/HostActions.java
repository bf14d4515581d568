package lastwords.machine.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hypervisor does when its guest tells it something.
 *
 * @param actions by the interface through which it is told, {@code pvpanic}, or by interface and
 *     event, {@code pvpanic.crash-loaded}
 */
public record HostActions(SortedMap<String, Action> actions) {
  /** It takes note of everything, and ends a guest that asks for it. */
  public static final HostActions USUAL = new HostActions(new TreeMap<>());

  /** A guest that tells this wants to end. */
  private static final String SHUTDOWN = "shutdown";

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public HostActions {
    actions =
        Collections.unmodifiableSortedMap(new TreeMap<>(actions == null ? Map.of() : actions));
  }

  /** As recordings had it until 2026-11: what the pvpanic device does with a guest. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static HostActions ofPvpanic(String action) {
    SortedMap<String, Action> actions = new TreeMap<>();
    actions.put("pvpanic", Action.valueOf(action));
    return action.equals(Action.NONE.name()) ? USUAL : new HostActions(actions);
  }

  /** What is done with the guest. */
  public enum Action {
    /** It takes note. */
    NONE,
    RESET,
    DESTROY,
    PAUSE;

    /** Is that the last that the guest does? */
    public boolean ends() {
      return this != NONE;
    }
  }

  /** What the host does with a guest that reports this event through that interface. */
  public Action of(String through, String event) {
    Action usual = event.equals(SHUTDOWN) ? Action.DESTROY : Action.NONE;
    Action ofAll = actions.getOrDefault(through, usual);
    return actions.getOrDefault(through + "." + event, ofAll);
  }
}
