package org.citygrid.ogc.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.citygrid.ogc.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurningFiltersIntoSqlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          state = 'x'                        | (f.state = ?::text)
          state <> 'x'                       | (f.state <> ?::text)
          STATE='x' AND lit                  | !there is no property "STATE"
          state='x' AND lit                  | ((f.state = ?::text) and f.lit)
          state='x' and lit or not lit       | (((f.state = ?::text) and f.lit) or (not f.lit))
          NOT NOT lit                        | (not (not f.lit))
          (state='x' OR lit) AND lit         | (((f.state = ?::text) or f.lit) and f.lit)
          depth<1                            | (f.depth < ?::bigint)
          depth<=-1.5                        | (f.depth <= ?::numeric)
          depth>1e3                          | (f.depth > ?::bigint)
          depth>=+.5                         | (f.depth >= ?::numeric)
          1<depth                            | (?::bigint < f.depth)
          depth=depth                        | (f.depth = f.depth)
          "depth"=1                          | (f.depth = ?::bigint)
          名称='井'                           | (f.name_zh = ?::text)
          name IS NULL                       | (f.name is null)
          name IS NOT NULL                   | (not (f.name is null))
          name LIKE 'a%'                     | (f.name like ?::text)
          name NOT LIKE 'a%'                 | (not (f.name like ?::text))
          CASEI(name) LIKE CASEI('A%')       | (lower(f.name) like lower(?::text))
          CASEI(name)=CASEI('A')             | (lower(f.name) = lower(?::text))
          CASEI(name) IN (CASEI('A'),CASEI('B')) | (lower(f.name) in (lower(?::text), lower(?::text)))
          name IN ('a','b')                  | (f.name in (?::text, ?::text))
          name NOT IN ('a')                  | (not (f.name in (?::text)))
          depth BETWEEN 1 AND 2              | (f.depth between ?::bigint and ?::bigint)
          depth NOT BETWEEN 1 AND 2 AND lit  | ((not (f.depth between ?::bigint and ?::bigint)) and f.lit)
          depth+1*2=3                        | ((f.depth + (?::bigint * ?::bigint)) = ?::bigint)
          (depth+1)*2=3                      | (((f.depth + ?::bigint) * ?::bigint) = ?::bigint)
          depth-1-1=3                        | (((f.depth - ?::bigint) - ?::bigint) = ?::bigint)
          depth/2=1                          | (((f.depth)::numeric / ?::bigint) = ?::bigint)
          depth DIV 2=1                      | (div((f.depth)::numeric, (?::bigint)::numeric) = ?::bigint)
          depth%2=1                          | (mod((f.depth)::numeric, (?::bigint)::numeric) = ?::bigint)
          depth^2=1                          | (power((f.depth)::float8, (?::bigint)::float8) = ?::bigint)
          since>DATE('2026-01-01')           | (f.since > ?::date)
          at>TIMESTAMP('2026-01-01T00:00:00Z') | (f.at > ?::timestamptz)
          at>=DATE('2026-01-01')             | (f.at >= (?::date::timestamp at time zone ?))
          since=at                           | ((f.since::timestamp at time zone ?) = f.at)
          T_AFTER(at,TIMESTAMP('2026-01-01T00:00:00Z')) | (f.at > ?::timestamptz)
          T_BEFORE(at,INTERVAL('2026-01-01T00:00:00Z','..')) | (f.at < ?::timestamptz)
          T_INTERSECTS(INTERVAL(at,until),INTERVAL('..','2026-01-01T00:00:00Z')) | (coalesce(f.at, timestamptz '-infinity') <= ?::timestamptz and coalesce(f.until, timestamptz 'infinity') >= timestamptz '-infinity')
          T_DISJOINT(at,until)               | ((f.at < f.until or f.at > f.until))
          S_INTERSECTS(geometry,POINT(1 2))  | ST_Intersects(f.place, geom(?))
          S_WITHIN(geometry,POLYGON((0 0,1 0,1 1,0 0))) | ST_Within(f.place, geom(?))
          s_disjoint(geometry,BBOX(0,0,1,1)) | ST_Disjoint(f.place, geom(?))
          S_EQUALS(geometry,POINT Z(1 2 3))  | ST_Equals(f.place, geom(?))
          S_TOUCHES(geometry,MULTIPOINT((1 2),(3 4))) | ST_Touches(f.place, geom(?))
          S_OVERLAPS(geometry,GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))) | ST_Overlaps(f.place, geom(?))
          S_CROSSES(LINESTRING(0 0,1 1),geometry) | ST_Crosses(geom(?), f.place)
          TRUE                               | true
          lit=TRUE                           | (f.lit = true)
          (lit)=(depth>1)                    | (f.lit = (f.depth > ?::bigint))
          """)
  void text_becomes_a_condition(String filter, String sql) {
    if (sql.startsWith("!")) {
      assertThatThrownBy(() -> Asked.text(filter))
          .isInstanceOf(UnreadableFilter.class)
          .hasMessage(sql.substring(1));
    } else {
      assertThat(Asked.text(filter).sql()).isEqualTo(sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op":"=","args":[{"property":"state"},"x"]}                      | state='x'
          {"op":"and","args":[{"property":"lit"},{"op":"not","args":[{"property":"lit"}]}]} | lit AND NOT lit
          {"op":"or","args":[true,false,{"property":"lit"}]}                | TRUE OR FALSE OR lit
          {"op":"isNull","args":[{"property":"name"}]}                      | name IS NULL
          {"op":"like","args":[{"property":"name"},"a%"]}                   | name LIKE 'a%'
          {"op":"between","args":[{"property":"depth"},1,2.5]}              | depth BETWEEN 1 AND 2.5
          {"op":"in","args":[{"property":"name"},["a","b"]]}                | name IN ('a','b')
          {"op":"casei","args":["x"]}                                       | !
          {"op":"=","args":[{"op":"casei","args":[{"property":"name"}]},{"op":"casei","args":["A"]}]} | CASEI(name)=CASEI('A')
          {"op":">","args":[{"op":"+","args":[{"property":"depth"},1]},3]}  | depth+1>3
          {"op":"=","args":[{"op":"div","args":[{"property":"depth"},2]},3]} | depth DIV 2=3
          {"op":"<","args":[{"property":"since"},{"date":"2026-01-01"}]}    | since<DATE('2026-01-01')
          {"op":"t_after","args":[{"property":"at"},{"timestamp":"2026-01-01T00:00:00Z"}]} | T_AFTER(at,TIMESTAMP('2026-01-01T00:00:00Z'))
          {"op":"t_during","args":[{"property":"at"},{"interval":["..","2026-01-01"]}]} | T_DURING(at,INTERVAL('..','2026-01-01'))
          {"op":"t_equals","args":[{"interval":[{"property":"at"},{"property":"until"}]},{"property":"at"}]} | T_EQUALS(INTERVAL(at,until),at)
          {"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1,2]}]} | S_INTERSECTS(geometry,POINT(1 2))
          {"op":"s_within","args":[{"property":"geometry"},{"bbox":[0,0,1,1]}]} | S_WITHIN(geometry,BBOX(0,0,1,1))
          {"op":"s_within","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]} | S_WITHIN(geometry,POLYGON((0 0,1 0,1 1,0 0)))
          """)
  void json_and_text_say_the_same(String json, String text) {
    if (text.equals("!")) {
      assertThatThrownBy(() -> Asked.json(json)).isInstanceOf(UnreadableFilter.class);
    } else {
      assertThat(Cql2.fromJson(json)).isEqualTo(Cql2.fromText(text));
      assertThat(Asked.json(json)).isEqualTo(Asked.text(text));
    }
  }

  @Test
  void values_are_bound_and_never_part_of_the_sql() {
    Clause found = Asked.text("name='it''s' AND depth>2.5 AND since=DATE('2026-11-23')");

    assertThat(found.sql()).doesNotContain("it", "2.5", "2026");
    assertThat(found.values())
        .containsExactly("it's", new BigDecimal("2.5"), LocalDate.of(2026, 11, 23));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table asset.component; --",
        "\\'; drop table x; --",
        "' or '1'='1",
        "$$;select pg_sleep(10);$$",
        "%' or 1=1 --",
        "?::text) or (true",
        "\" or \"\"=\"",
        "/* */ union select password from platform.account"
      })
  void an_attack_in_a_text_stays_a_value(String attack) {
    Clause found =
        Asked.SQL.write(
            new Expr.Compare(Comparison.EQUAL, new Expr.Name("name"), new Expr.Text(attack)));

    assertThat(found.sql()).isEqualTo("(f.name = ?::text)");
    assertThat(found.values()).containsExactly(attack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f.name = 'x'",
        "name; drop table asset.component",
        "name = name -- x",
        "\"name\" = 'x'; select 1",
        "\"f.name\" = 'x'",
        "\"name) or (true\" = 'x'",
        "pg_sleep(10) = 1",
        "current_user = 'x'",
        "name = (select password from platform.account)",
        "name || 'x' = 'y'",
        "name::text = 'x'",
        "name ~ 'x'",
        "$1 = 'x'",
        "name = ?",
        "exists(name)"
      })
  void an_attack_in_the_language_is_refused(String filter) {
    assertThatThrownBy(() -> Asked.text(filter)).isInstanceOf(UnreadableFilter.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "state",
        "state =",
        "= 'x'",
        "state = 'x",
        "state = \"x",
        "state == 'x'",
        "(state = 'x'",
        "state = 'x')",
        "state LIKE",
        "state LIKE depth",
        "state IN ()",
        "state IN 'x'",
        "state BETWEEN 1",
        "depth BETWEEN 1 AND 'x'",
        "depth = 'x'",
        "name = 1",
        "name = TRUE",
        "lit = 'true'",
        "lit > ",
        "NOT",
        "AND lit",
        "lit AND",
        "lit OR OR lit",
        "name IS",
        "name IS NOT",
        "name NOT",
        "depth + name = 1",
        "CASEI(depth) = 'x'",
        "CASEI(name, name) = 'x'",
        "S_INTERSECTS(geometry)",
        "S_INTERSECTS(name, POINT(1 2))",
        "S_INTERSECTS(geometry, POINT(1))",
        "S_INTERSECTS(geometry, POINT(1 2)",
        "S_INTERSECTS(geometry, POLYGON((0 0,1 1)))",
        "S_INTERSECTS(geometry, POINT(NaN 2))",
        "S_INTERSECTS(geometry, BBOX(1,2,3))",
        "S_INTERSECTS(geometry, BBOX(1,2,3,'x'))",
        "geometry = POINT(1 2)",
        "geometry",
        "POINT(1 2)",
        "since > DATE('2026-13-01')",
        "since > DATE(2026)",
        "at > TIMESTAMP('yesterday')",
        "T_AFTER(name, at)",
        "T_AFTER(at, INTERVAL('..'))",
        "T_AFTER(at, INTERVAL(1, 2))",
        "at = INTERVAL('..','..')",
        "A_CONTAINS(name, ('a'))",
        "ACCENTI(name) = 'x'",
        "depth > 1e999",
        "depth > 1e-999",
        "depth > 99999999999999999999999999999999999999999999999999999999999999999999",
        "name LIKE 'x\\'",
        "1",
        "'x'",
        "depth + 1",
        "name = 'a' 'b'",
        "depth > - 1 -",
        "lit lit",
        "name IN ('a', 1)",
        "name = NULL",
        "between between 1 and 2",
        "lit = 名",
        "€ = 1"
      })
  void what_makes_no_sense_is_refused(String filter) {
    assertThatThrownBy(() -> Asked.text(filter)).isInstanceOf(UnreadableFilter.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{",
        "1",
        "{\"op\":1}",
        "{\"op\":\"=\"}",
        "{\"op\":\"=\",\"args\":[]}",
        "{\"op\":\"=\",\"args\":[1]}",
        "{\"op\":\"and\",\"args\":[true]}",
        "{\"op\":\"nothing\",\"args\":[1]}",
        "{\"property\":1}",
        "{\"date\":\"x\"}",
        "{\"type\":\"Point\"}",
        "{\"op\":\"not\",\"args\":[true,true]}",
        "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},\"x\"]}",
        "{\"op\":\"=\",\"args\":[1e400,1]}",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[\"x\",1]}]}",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[]}]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"a\\u0000b\"]}"
      })
  void json_that_makes_no_sense_is_refused(String filter) {
    assertThatThrownBy(() -> Asked.json(filter)).isInstanceOf(UnreadableFilter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "CASEI(", "1+(", "GEOMETRYCOLLECTION("})
  void depth_has_an_end(String opening) {
    assertThatThrownBy(() -> Asked.text(opening.repeat(3_000) + "lit"))
        .isInstanceOf(UnreadableFilter.class)
        .hasMessageContaining("deep");
  }

  @Test
  void long_chains_have_an_end_too() {
    assertThatThrownBy(() -> Asked.text("1" + "+1".repeat(20_000) + "=1"))
        .isInstanceOf(UnreadableFilter.class);
    assertThatThrownBy(() -> Asked.text("lit" + " AND lit".repeat(20_000)))
        .isInstanceOf(UnreadableFilter.class)
        .hasMessageContaining("longer");
    assertThat(Asked.text("lit" + " OR lit".repeat(2_000)).sql()).hasSizeGreaterThan(2_000);
    assertThatThrownBy(() -> Asked.json("{\"op\":\"not\",\"args\":[".repeat(1_000)))
        .isInstanceOf(UnreadableFilter.class);
  }

  @Test
  void a_mistake_is_told_with_its_place() {
    assertThatThrownBy(() -> Asked.text("state = 'x' AND AND lit"))
        .hasMessage("a value is expected at character 17, where \"AND\" stands");
  }
}
