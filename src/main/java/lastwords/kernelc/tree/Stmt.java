package lastwords.kernelc.tree;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.source.Spot;

/** A statement. */
public sealed interface Stmt {
  Spot spot();

  <R> R accept(Visitor<R> visitor);

  /** Dispatches on the kind of statement. */
  interface Visitor<R> {
    R block(Block s);

    R effect(Effect s);

    R initialise(Initialise s);

    R choice(If s);

    R loop(Loop s);

    R doWhile(DoWhile s);

    R switchOn(Switch s);

    R caseLabel(Case s);

    R label(Label s);

    R goTo(Goto s);

    R breakOut(Break s);

    R continueOn(Continue s);

    R giveBack(Return s);
  }

  /** A sequence of statements; the variables declared in it end with it. */
  record Block(Spot spot, List<Stmt> statements) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** An expression whose value is unused. */
  record Effect(Spot spot, Expr expr) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.effect(this);
    }
  }

  /** Declares a local variable: all zeros and empty texts, then the initial words. */
  record Initialise(Spot spot, Local local, List<InitialWord> words) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.initialise(this);
    }
  }

  /** {@code if}. */
  record If(Spot spot, Expr condition, Stmt yes, Optional<Stmt> no) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** {@code while} and {@code for}: the condition is tested first; no condition is always true. */
  record Loop(Spot spot, Optional<Expr> condition, Optional<Expr> step, Stmt body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** {@code do … while}. */
  record DoWhile(Spot spot, Stmt body, Expr condition) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.doWhile(this);
    }
  }

  /** {@code switch}; its cases are also in its body. */
  record Switch(Spot spot, Expr value, List<Case> cases, Stmt body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.switchOn(this);
    }
  }

  /**
   * Where a switch continues for the values from low to high, or ({@code default}) for all others.
   */
  record Case(Spot spot, long low, long high, boolean isDefault) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.caseLabel(this);
    }
  }

  /** Where a goto continues. */
  record Label(Spot spot, String name) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.label(this);
    }
  }

  /** {@code goto}. */
  record Goto(Spot spot, String name) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.goTo(this);
    }
  }

  /** {@code break}. */
  record Break(Spot spot) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.breakOut(this);
    }
  }

  /** {@code continue}. */
  record Continue(Spot spot) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.continueOn(this);
    }
  }

  /** {@code return}. */
  record Return(Spot spot, Optional<Expr> value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }
}
