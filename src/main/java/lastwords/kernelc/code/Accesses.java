package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.kernelc.link.DataLayout;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.Type;

/** Compiles accesses to places: their location, reading, writing, pointers to them. */
final class Accesses implements Place.Visitor<Accesses.Ends, Location> {
  /** May an index name the element one past the last? A pointer may point there. */
  enum Ends {
    INSIDE,
    BEHIND
  }

  private final Emitter out;
  private final ValueCompiler values;
  private final FunctionCode code;
  private final FrameLayout frame;

  Accesses(Emitter out, ValueCompiler values) {
    this.out = out;
    this.values = values;
    code = out.code();
    frame = out.frame();
  }

  /** Locates the place; whatever that needs is computed into temporaries. */
  Location to(Place place) {
    return place.accept(this, Ends.INSIDE);
  }

  /** As {@link #to}, for a pointer to the place. */
  Location toPoint(Place place) {
    return place.accept(this, Ends.BEHIND);
  }

  @Override
  public Location local(Place.OfLocal place, Ends ends) {
    return new Location(Location.Kind.SLOT, frame.slot(place.local()), -1);
  }

  @Override
  public Location global(Place.OfGlobal place, Ends ends) {
    DataLayout.Home home = out.layout().home(place.global());
    boolean readOnly = home.storage() == GlobalInfo.Storage.READ_ONLY;
    return new Location(
        readOnly ? Location.Kind.READ_ONLY : Location.Kind.DATA, home.address(), -1);
  }

  @Override
  public Location perCpu(Place.OfCpu place, Ends ends) {
    DataLayout.Home home = out.layout().home(place.global());
    if (home.storage() == GlobalInfo.Storage.PRIVATE) {
      return new Location(Location.Kind.PRIVATE, home.address(), -1);
    }
    int cpu = place.cpu().map(number -> values.any(number)).orElse(-1);
    return new Location(Location.Kind.PER_CPU, home.address(), cpu);
  }

  @Override
  public Location target(Place.Target place, Ends ends) {
    return new Location(Location.Kind.POINTER, 0, values.any(place.pointer()));
  }

  @Override
  public Location member(Place.Member place, Ends ends) {
    return to(place.base()).plus(place.member().word());
  }

  @Override
  public Location element(Place.Element place, Ends ends) {
    int words = place.array().element().words();
    OptionalLong index = ValueCompiler.constant(place.index());
    if (index.isPresent()) {
      return to(place.base()).plus((int) index.getAsLong() * words);
    }
    int pointer = frame.temporary();
    int mark = frame.mark();
    pointerTo(to(place.base()), pointer);
    int number = values.any(place.index());
    int length = place.array().length();
    // A length of 0 would mean unchecked.
    boolean exact = ends == Ends.INSIDE && length > 1;
    code.emit(Op.INDEX, pointer, number, elements(words, exact ? length - 1 : length));
    frame.release(mark);
    return new Location(Location.Kind.POINTER, 0, pointer);
  }

  /** The constant of an INDEX instruction: size of the elements, and largest index. */
  int elements(int words, int length) {
    return out.constant(words | (long) length << 32);
  }

  @Override
  public Location character(Place.Character place, Ends ends) {
    return new Location(Location.Kind.CHARACTER, 0, values.any(place.pointer()));
  }

  /** Puts a pointer to the word into a slot. */
  void pointerTo(Location access, int target) {
    switch (access.kind()) {
      case SLOT -> code.emit(Op.LEAS, target, access.where(), frame.around(access.where()));
      case DATA, READ_ONLY -> out.number(Pointer.of(Pointer.DATA, access.where()), target);
      case PER_CPU -> code.emit(Op.LEAP, target, access.where(), access.register());
      case POINTER -> moved(access.register(), (long) access.where() << POINTER_SHIFT, target);
      case CHARACTER -> out.copy(access.register(), target);
      default -> throw new IllegalStateException("pointer to a private word");
    }
  }

  /** Shift of a pointer's word count. */
  static final int POINTER_SHIFT = 24;

  /** Moves a pointer by a distance. */
  void moved(int pointer, long distance, int target) {
    if (distance == 0) {
      out.copy(pointer, target);
    } else if (distance == (int) distance) {
      code.emit(Op.ADDI, target, pointer, (int) distance);
    } else {
      int mark = frame.mark();
      // The pointer's own slot may be free again: only the target is certain to differ from it.
      int far = target == pointer ? frame.temporary() : target;
      out.number(distance, far);
      code.emit(Op.ADD, target, pointer, far);
      frame.release(mark);
    }
  }

  /** Reads the word into a slot. */
  void load(Location access, int target) {
    switch (access.kind()) {
      case SLOT -> out.copy(access.where(), target);
      case DATA -> code.emit(Op.LDG, target, access.where(), 0);
      case READ_ONLY -> code.emit(Op.LDC, target, access.where(), 0);
      case PRIVATE -> code.emit(Op.LDP, target, access.where(), 0);
      case CHARACTER -> code.emit(Op.LDCH, target, access.register(), 0);
      case POINTER -> {
        int pointer = pointer(access, target);
        code.emit(Op.LD, target, pointer, 0);
      }
      case PER_CPU -> {
        pointerTo(access, target);
        code.emit(Op.LD, target, target, 0);
      }
    }
  }

  /** A slot that holds the pointer itself; {@code scratch} is used if it must be computed. */
  private int pointer(Location access, int scratch) {
    if (access.where() == 0) {
      return access.register();
    }
    pointerTo(access, scratch);
    return scratch;
  }

  /** Writes a slot into the word. */
  void store(Location access, int value) {
    int mark = frame.mark();
    switch (access.kind()) {
      case SLOT -> out.copy(value, access.where());
      case DATA, READ_ONLY -> code.emit(Op.STG, access.where(), value, 0);
      case PRIVATE -> code.emit(Op.STP, access.where(), value, 0);
      case CHARACTER -> code.emit(Op.STCH, access.register(), value, 0);
      case POINTER -> {
        boolean direct = access.where() == 0;
        int pointer = direct ? access.register() : pointer(access, frame.temporary());
        code.emit(Op.ST, pointer, value, 0);
      }
      case PER_CPU -> {
        int pointer = frame.temporary();
        pointerTo(access, pointer);
        code.emit(Op.ST, pointer, value, 0);
      }
    }
    frame.release(mark);
  }

  /** Copies a struct word by word. */
  void copy(Expr.CopyStruct copy) {
    int mark = frame.mark();
    Location from = to(copy.from());
    Location target = to(copy.to());
    Type type = copy.to().type();
    int word = frame.temporary();
    for (int i = 0; i < type.words(); i++) {
      load(from.plus(i), word);
      store(target.plus(i), word);
    }
    frame.release(mark);
  }
}
