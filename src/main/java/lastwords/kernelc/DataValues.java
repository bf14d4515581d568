package lastwords.kernelc;

import java.util.List;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.Pointer;
import lastwords.kernelc.link.DataLayout;
import lastwords.kernelc.link.Functions;
import lastwords.kernelc.link.Strings;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.InitialValues;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.PartialVisitor;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.WordPath;

/** The initial values of a kernel's variables. */
final class DataValues implements PartialVisitor<Void, Long> {
  private final DataLayout layout;
  private final Strings strings;
  private final Functions functions;
  private final InitialValues initial;

  DataValues(DataLayout layout, Strings strings, Functions functions, InitialValues initial) {
    this.layout = layout;
    this.strings = strings;
    this.functions = functions;
    this.initial = initial;
  }

  long[] data() {
    return filled(
        layout.dataWords(), List.of(GlobalInfo.Storage.SHARED, GlobalInfo.Storage.READ_ONLY));
  }

  long[] perCpu() {
    return filled(layout.perCpuWords(), List.of(GlobalInfo.Storage.PER_CPU));
  }

  long[] privates() {
    return filled(layout.privateWords(), List.of(GlobalInfo.Storage.PRIVATE));
  }

  private long[] filled(int words, List<GlobalInfo.Storage> storages) {
    long[] values = new long[words];
    for (Global global : layout.globals()) {
      DataLayout.Home home = layout.home(global);
      if (storages.contains(home.storage())) {
        fill(values, home.address(), global);
      }
    }
    return values;
  }

  private void fill(long[] values, int address, Global global) {
    for (WordPath text : WordPath.texts(global.type())) {
      values[address + text.word()] = strings.pointer("");
    }
    for (InitialWord word : initial.of(global)) {
      values[address + word.word()] = word.value().accept(this, null);
    }
  }

  @Override
  public Long constant(Expr.Constant e, Void with) {
    return e.value();
  }

  @Override
  public Long text(Expr.Text e, Void with) {
    return strings.pointer(e.text());
  }

  @Override
  public Long functionAddress(Expr.FunctionAddress e, Void with) {
    return Pointer.of(Pointer.FUNCTION, functions.number(e.function(), e.spot()));
  }

  @Override
  public Long addressOf(Expr.AddressOf e, Void with) {
    return Pointer.of(Pointer.DATA, address(e.place()));
  }

  private int address(Place place) {
    if (place instanceof Place.Member member) {
      return address(member.base()) + member.member().word();
    }
    if (place instanceof Place.Element element) {
      long index = element.index().accept(this, null);
      return address(element.base()) + (int) index * element.array().element().words();
    }
    return layout.home(((Place.OfGlobal) place).global()).address();
  }

  @Override
  public Long move(Expr.Move e, Void with) {
    long pointer = e.pointer().accept(this, null);
    long count = e.count().accept(this, null);
    PointerType type = e.type();
    return type.isToText()
        ? pointer + count
        : Pointer.plusWords(pointer, count * type.target().words());
  }

  @Override
  public Long convert(Expr.Convert e, Void with) {
    return e.operand().accept(this, null);
  }

  @Override
  public Long other(Expr e, Void with) {
    throw new IllegalStateException(
        "not constant: " + e.getClass().getSimpleName() + " at " + e.spot());
  }
}
