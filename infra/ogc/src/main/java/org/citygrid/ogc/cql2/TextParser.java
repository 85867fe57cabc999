package org.citygrid.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.citygrid.ogc.cql2.Expr.And;
import org.citygrid.ogc.cql2.Expr.Between;
import org.citygrid.ogc.cql2.Expr.Calculate;
import org.citygrid.ogc.cql2.Expr.Compare;
import org.citygrid.ogc.cql2.Expr.In;
import org.citygrid.ogc.cql2.Expr.IsNull;
import org.citygrid.ogc.cql2.Expr.Like;
import org.citygrid.ogc.cql2.Expr.Name;
import org.citygrid.ogc.cql2.Expr.Not;
import org.citygrid.ogc.cql2.Expr.Number;
import org.citygrid.ogc.cql2.Expr.Or;
import org.citygrid.ogc.cql2.Expr.Shape;
import org.citygrid.ogc.cql2.Expr.Text;
import org.citygrid.ogc.cql2.Expr.Truth;
import org.citygrid.ogc.cql2.Tokens.Kind;
import org.citygrid.ogc.cql2.Tokens.Token;

/// Reads CQL2 text by going down its grammar: or, and, not, predicate, sum, product, power,
/// operand. Which kind of value stands where is not its business; [SqlWriter] asks that.
final class TextParser {
  private static final Set<String> GEOMETRIES =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");

  private final Tokens tokens;
  private int depth;

  TextParser(String text) {
    this.tokens = new Tokens(text);
  }

  Expr parse() {
    Expr whole = either();
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.wrong("the end of the filter is expected");
    }
    return whole;
  }

  private Expr either() {
    return deeper(() -> chain("OR", this::both, Or::new));
  }

  private Expr both() {
    return chain("AND", this::negated, And::new);
  }

  private Expr chain(
      String word, Supplier<Expr> part, java.util.function.Function<List<Expr>, Expr> join) {
    Expr first = part.get();
    if (!tokens.peek().is(word)) {
      return first;
    }
    var parts = new ArrayList<>(List.of(first));
    while (tokens.takeIf(word)) {
      parts.add(part.get());
    }
    return join.apply(List.copyOf(parts));
  }

  private Expr negated() {
    return tokens.takeIf("NOT") ? deeper(() -> new Not(negated())) : predicate();
  }

  private Expr predicate() {
    Expr left = sum();
    Optional<Comparison> comparison =
        tokens.peek().kind() == Kind.SIGN
            ? Comparison.find(tokens.peek().text())
            : Optional.empty();
    if (comparison.isPresent()) {
      tokens.take();
      return new Compare(comparison.get(), left, sum());
    }
    if (tokens.takeIf("IS")) {
      boolean not = tokens.takeIf("NOT");
      tokens.expect("NULL");
      return not ? new Not(new IsNull(left)) : new IsNull(left);
    }
    if (tokens.peek().is("NOT")) {
      tokens.take();
      return new Not(test(left).orElseThrow(() -> tokens.wrong("LIKE, BETWEEN or IN is expected")));
    }
    return test(left).orElse(left);
  }

  private Optional<Expr> test(Expr value) {
    if (tokens.takeIf("LIKE")) {
      return Optional.of(new Like(value, sum()));
    }
    if (tokens.takeIf("BETWEEN")) {
      Expr low = sum();
      tokens.expect("AND");
      return Optional.of(new Between(value, low, sum()));
    }
    if (tokens.takeIf("IN")) {
      tokens.expect("(");
      return Optional.of(new In(value, list(this::sum)));
    }
    return Optional.empty();
  }

  private Expr sum() {
    return calculation(this::product, Set.of("+", "-"));
  }

  private Expr product() {
    return calculation(this::power, Set.of("*", "/", "%", "div"));
  }

  private Expr power() {
    return calculation(this::operand, Set.of("^"));
  }

  /// From left to right; every step nests one deeper.
  private Expr calculation(Supplier<Expr> operand, Set<String> signs) {
    int before = depth;
    Expr left = operand.get();
    while (isSign(tokens.peek(), signs)) {
      Limits.checkDepth(++depth);
      Arithmetic how = Arithmetic.find(tokens.take().text()).orElseThrow();
      left = new Calculate(how, left, operand.get());
    }
    depth = before;
    return left;
  }

  private static boolean isSign(Token token, Set<String> signs) {
    return (token.kind() == Kind.SIGN || token.kind() == Kind.NAME)
        && signs.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private Expr operand() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> new Number(Literals.number(tokens.take().text()));
      case TEXT -> new Text(tokens.take().text());
      case QUOTED_NAME -> new Name(tokens.take().text());
      case NAME -> word();
      case SIGN -> signed();
      case END -> throw tokens.wrong("a value is expected");
    };
  }

  private Expr signed() {
    if (tokens.takeIf("(")) {
      Expr inner = either();
      tokens.expect(")");
      return inner;
    }
    boolean minus = tokens.peek().is("-");
    if ((minus || tokens.peek().is("+")) && tokens.peekSecond().kind() == Kind.NUMBER) {
      tokens.take();
      var number = Literals.number(tokens.take().text());
      return new Number(minus ? number.negate() : number);
    }
    throw tokens.wrong("a value is expected");
  }

  private Expr word() {
    String word = tokens.peek().text().toUpperCase(Locale.ROOT);
    if (tokens.peekSecond().is("(") || isWithHeight(word)) {
      return GEOMETRIES.contains(word) ? shape() : call();
    }
    if (KEYWORDS.contains(word)) {
      throw tokens.wrong("a value is expected");
    }
    Token token = tokens.take();
    return switch (word) {
      case "TRUE" -> new Truth(true);
      case "FALSE" -> new Truth(false);
      default -> new Name(token.text());
    };
  }

  private boolean isWithHeight(String word) {
    return GEOMETRIES.contains(word) && tokens.peekSecond().is("Z");
  }

  private Expr call() {
    Token name = tokens.take();
    tokens.expect("(");
    return deeper(() -> Literals.call(name.text(), list(this::argument)));
  }

  private Expr argument() {
    return tokens.peek().kind() == Kind.END ? operand() : either();
  }

  /// Well-known text up to its closing parenthesis.
  private Expr shape() {
    int from = tokens.take().at();
    tokens.takeIf("Z");
    tokens.expect("(");
    int open = 1;
    int end = from;
    while (open > 0) {
      Token token = tokens.peek();
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      Limits.checkDepth(depth + open);
      if (token.kind() == Kind.END) {
        throw tokens.wrong("\")\" is expected");
      }
      end = tokens.take().end();
    }
    return new Shape(Literals.geometry(tokens.source().substring(from, end)));
  }

  /// Up to and with the closing parenthesis.
  private List<Expr> list(Supplier<Expr> each) {
    var found = new ArrayList<Expr>();
    do {
      found.add(each.get());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return List.copyOf(found);
  }

  private Expr deeper(Supplier<Expr> inner) {
    Limits.checkDepth(++depth);
    Expr found = inner.get();
    depth--;
    return found;
  }
}
