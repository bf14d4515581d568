package lastwords.kernelc.tree;

import java.util.ArrayList;
import java.util.List;

/** The direct subexpressions of an expression, without those in blocks. */
public final class Parts
    implements PartialVisitor<Void, List<Expr>>, Place.Visitor<Void, List<Expr>> {
  private static final Parts PARTS = new Parts();

  private Parts() {}

  public static List<Expr> of(Expr e) {
    return e.accept(PARTS, null);
  }

  public static List<Expr> of(Place place) {
    return place.accept(PARTS, null);
  }

  @Override
  public List<Expr> other(Expr e, Void with) {
    return List.of();
  }

  @Override
  public List<Expr> load(Expr.Load e, Void with) {
    return of(e.place());
  }

  @Override
  public List<Expr> addressOf(Expr.AddressOf e, Void with) {
    return of(e.place());
  }

  @Override
  public List<Expr> store(Expr.Store e, Void with) {
    return joined(of(e.place()), List.of(e.value()));
  }

  @Override
  public List<Expr> copyStruct(Expr.CopyStruct e, Void with) {
    return joined(of(e.to()), of(e.from()));
  }

  @Override
  public List<Expr> update(Expr.Update e, Void with) {
    return joined(of(e.place()), List.of(e.operand()));
  }

  @Override
  public List<Expr> unary(Expr.Unary e, Void with) {
    return List.of(e.operand());
  }

  @Override
  public List<Expr> binary(Expr.Binary e, Void with) {
    return List.of(e.left(), e.right());
  }

  @Override
  public List<Expr> move(Expr.Move e, Void with) {
    return List.of(e.pointer(), e.count());
  }

  @Override
  public List<Expr> distance(Expr.Distance e, Void with) {
    return List.of(e.left(), e.right());
  }

  @Override
  public List<Expr> convert(Expr.Convert e, Void with) {
    return List.of(e.operand());
  }

  @Override
  public List<Expr> logical(Expr.Logical e, Void with) {
    return List.of(e.left(), e.right());
  }

  @Override
  public List<Expr> conditional(Expr.Conditional e, Void with) {
    return List.of(e.condition(), e.yes(), e.no());
  }

  @Override
  public List<Expr> orElse(Expr.OrElse e, Void with) {
    return List.of(e.value(), e.otherwise());
  }

  @Override
  public List<Expr> comma(Expr.Comma e, Void with) {
    return List.of(e.first(), e.second());
  }

  @Override
  public List<Expr> call(Expr.Call e, Void with) {
    return joined(e.named(), e.further());
  }

  @Override
  public List<Expr> callPointer(Expr.CallPointer e, Void with) {
    return joined(List.of(e.pointer()), joined(e.named(), e.further()));
  }

  @Override
  public List<Expr> builtin(Expr.BuiltinCall e, Void with) {
    return e.arguments();
  }

  @Override
  public List<Expr> atomic(Expr.Atomic e, Void with) {
    return joined(List.of(e.pointer()), e.values());
  }

  @Override
  public List<Expr> block(Expr.BlockValue e, Void with) {
    return List.of(e.value());
  }

  @Override
  public List<Expr> local(Place.OfLocal place, Void with) {
    return List.of();
  }

  @Override
  public List<Expr> global(Place.OfGlobal place, Void with) {
    return List.of();
  }

  @Override
  public List<Expr> perCpu(Place.OfCpu place, Void with) {
    return place.cpu().map(List::of).orElse(List.of());
  }

  @Override
  public List<Expr> target(Place.Target place, Void with) {
    return List.of(place.pointer());
  }

  @Override
  public List<Expr> member(Place.Member place, Void with) {
    return of(place.base());
  }

  @Override
  public List<Expr> element(Place.Element place, Void with) {
    return joined(of(place.base()), List.of(place.index()));
  }

  @Override
  public List<Expr> character(Place.Character place, Void with) {
    return List.of(place.pointer());
  }

  private static List<Expr> joined(List<Expr> first, List<Expr> second) {
    List<Expr> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
