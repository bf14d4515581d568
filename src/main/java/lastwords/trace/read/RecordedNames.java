package lastwords.trace.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.part.InterruptController;
import lastwords.trace.NameSource;

/** The names in a trace file, each with a number. */
final class RecordedNames implements NameSource {
  private static final int FIRST_VECTOR = 32;

  /** A step's place in the code. */
  private record Place(String function, String file, int line) {}

  /** Names and their numbers. */
  private static final class Pool {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known != null) {
        return known;
      }
      names.add(name);
      return names.size() - 1;
    }

    /** A number without a name comes from a value that only looks like a pointer. */
    String name(long number) {
      return number >= 0 && number < names.size() ? names.get((int) number) : "?";
    }
  }

  private final int cpus;
  private final Set<String> nmis;
  private final Map<Place, Integer> placeNumbers = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Pool words = new Pool();
  private final Pool locks = new Pool();
  private final Pool ports = new Pool();
  private final Pool vectors = new Pool();
  private final Pool texts = new Pool();
  private final Pool pointers = new Pool();

  /**
   * @param nmis names of the handlers that run in NMI context
   */
  RecordedNames(int cpus, Set<String> nmis) {
    this.cpus = cpus;
    this.nmis = Set.copyOf(nmis);
  }

  int placeNumber(String function, String file, int line) {
    Place place = new Place(function, file, line);
    Integer known = placeNumbers.putIfAbsent(place, places.size());
    if (known != null) {
      return known;
    }
    places.add(place);
    return places.size() - 1;
  }

  long wordNumber(String name) {
    return words.number(name);
  }

  long lockNumber(String name) {
    return locks.number(name);
  }

  long portNumber(String name) {
    return ports.number(name);
  }

  /** The NMI has the same number as in machines. */
  long vectorNumber(String name) {
    return nmis.contains(name)
        ? InterruptController.NMI_VECTOR
        : FIRST_VECTOR + (long) vectors.number(name);
  }

  long textPointer(String text) {
    return Pointer.of(Pointer.STRING, texts.number(text));
  }

  long namePointer(String name) {
    return Pointer.of(Pointer.FUNCTION, pointers.number(name));
  }

  @Override
  public int cpus() {
    return cpus;
  }

  @Override
  public String function(int pc) {
    return places.get(pc).function();
  }

  @Override
  public String path(int pc) {
    return places.get(pc).file();
  }

  @Override
  public int line(int pc) {
    return places.get(pc).line();
  }

  @Override
  public String word(long address) {
    return words.name(address);
  }

  @Override
  public String lock(long number) {
    return locks.name(number);
  }

  @Override
  public String port(long number) {
    return ports.name(number);
  }

  @Override
  public String vector(long vector) {
    return vector == InterruptController.NMI_VECTOR
        ? nmis.stream().sorted().findFirst().orElse("NMI")
        : vectors.name(vector - FIRST_VECTOR);
  }

  @Override
  public String text(long pointer) {
    return texts.name(Pointer.object(pointer));
  }

  @Override
  public String pointer(long word) {
    return pointers.name(Pointer.object(word));
  }
}
