package org.citygrid.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a CQL2 text, one after the other.
final class Tokens {
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern NAME = Pattern.compile("[:_\\p{L}][:_\\p{L}\\p{N}\\p{Mn}\\p{Mc}.]*");
  private static final Pattern SIGN = Pattern.compile("<>|<=|>=|[=<>()+\\-*/%^,]");

  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  /// @param text without quotes and their doubling
  /// @param at where it begins, counted from 0
  record Token(Kind kind, String text, int at, int end) {
    boolean is(String word) {
      return (kind == Kind.NAME || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    String shown() {
      return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
  }

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(String source) {
    this.source = source;
    int at = 0;
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else {
        Token token = read(at);
        tokens.add(token);
        at = token.end();
      }
    }
    tokens.add(new Token(Kind.END, "", source.length(), source.length()));
  }

  String source() {
    return source;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  boolean takeIf(String word) {
    boolean there = peek().is(word);
    if (there) {
      next++;
    }
    return there;
  }

  void expect(String word) {
    if (!takeIf(word)) {
      throw wrong("\"" + word + "\" is expected");
    }
  }

  UnreadableFilter wrong(String expectation) {
    return new UnreadableFilter(
        "%s at character %d, where %s stands"
            .formatted(expectation, peek().at() + 1, peek().shown()));
  }

  private Token read(int at) {
    char first = source.charAt(at);
    return switch (first) {
      case '\'' -> quoted(at, '\'', Kind.TEXT);
      case '"' -> quoted(at, '"', Kind.QUOTED_NAME);
      default -> plain(at);
    };
  }

  private Token plain(int at) {
    var number = NUMBER.matcher(source).region(at, source.length());
    if (number.lookingAt()) {
      return new Token(Kind.NUMBER, number.group(), at, number.end());
    }
    var name = NAME.matcher(source).region(at, source.length());
    if (name.lookingAt()) {
      return new Token(Kind.NAME, name.group(), at, name.end());
    }
    var sign = SIGN.matcher(source).region(at, source.length());
    if (sign.lookingAt()) {
      return new Token(Kind.SIGN, sign.group().toLowerCase(Locale.ROOT), at, sign.end());
    }
    throw new UnreadableFilter(
        "\"%s\" at character %d has no meaning"
            .formatted(source.substring(at, source.offsetByCodePoints(at, 1)), at + 1));
  }

  /// A quote is doubled inside; in texts a backslash may stand before it instead.
  private Token quoted(int start, char quote, Kind kind) {
    var text = new StringBuilder();
    for (int at = start + 1; at < source.length(); at++) {
      char here = source.charAt(at);
      boolean doubled = at + 1 < source.length() && source.charAt(at + 1) == quote;
      if (here == quote && !doubled) {
        return new Token(kind, text.toString(), start, at + 1);
      }
      if (here == quote || (here == '\\' && doubled && kind == Kind.TEXT)) {
        at++;
        here = quote;
      }
      if (here == 0) {
        throw new UnreadableFilter("a text cannot hold the character 0");
      }
      text.append(here);
    }
    throw new UnreadableFilter(
        "the quotation that begins at character %d has no end".formatted(start + 1));
  }
}
