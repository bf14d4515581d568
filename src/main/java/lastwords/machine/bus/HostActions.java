package lastwords.machine.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hypervisor does when its guest reports an event.
 *
 * @param actions by interface, {@code pvpanic}, or by interface and event, {@code
 *     pvpanic.crash-loaded}
 */
public record HostActions(SortedMap<String, Action> actions) {
  /** It records every event, and destroys a guest that asks to be shut down. */
  public static final HostActions USUAL = new HostActions(new TreeMap<>());

  /** A guest that reports this asks to be ended. */
  private static final String SHUTDOWN = "shutdown";

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public HostActions {
    actions =
        Collections.unmodifiableSortedMap(new TreeMap<>(actions == null ? Map.of() : actions));
  }

  /** Reads recordings written before 2026-11: the action of the pvpanic device. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static HostActions ofPvpanic(String action) {
    SortedMap<String, Action> actions = new TreeMap<>();
    actions.put("pvpanic", Action.valueOf(action));
    return action.equals(Action.NONE.name()) ? USUAL : new HostActions(actions);
  }

  /** What the host does with the guest. */
  public enum Action {
    /** It only records the event. */
    NONE,
    RESET,
    DESTROY,
    PAUSE;

    /** Does it end the guest? */
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
