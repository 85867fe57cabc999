package org.citygrid.dispatch.evaluation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grade;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Band;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Deduction;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Part;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Points;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The schemes in PostgreSQL, all their versions. There are dozens of rows: they are read whole.
@Component
class SchemeTable {
  private static final int ALL_ABOVE = Integer.MAX_VALUE;

  private static final String ALL = "all";

  private final JdbcClient jdbc;
  private final LoadingCache<String, List<Version>> recent =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(_ -> read());

  SchemeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
    SchemeCatalogue.schemes().stream().filter(this::isNew).forEach(this::seed);
  }

  /// A scheme that somebody has changed since is left alone.
  private boolean isNew(Scheme scheme) {
    return jdbc.sql("select not exists (select from dispatch.evaluation_scheme where code = :code)")
        .param("code", scheme.code())
        .query(Boolean.class)
        .single();
  }

  private void seed(Scheme scheme) {
    insert(scheme, "catalogue", Instant.now());
  }

  /// A version of a scheme.
  ///
  /// @param by who made it, and when
  record Version(Scheme scheme, String by, Instant at) {}

  /// All versions, newest first within their scheme; those of another process a few seconds later.
  List<Version> versions() {
    return recent.get(ALL);
  }

  private List<Version> read() {
    return jdbc.sql(
            """
            select code, valid_from, of_kind, name_zh, name_en, usual, by_whom, at
            from dispatch.evaluation_scheme
            order by of_kind, usual desc, code, valid_from desc
            """)
        .query((row, _) -> {
          var code = row.getString("code");
          var from = row.getObject("valid_from", LocalDate.class);
          return new Version(
              new Scheme(
                  code,
                  ObjectKind.find(row.getString("of_kind")).orElseThrow(),
                  row.getString("name_zh"),
                  row.getString("name_en"),
                  from,
                  row.getBoolean("usual"),
                  parts(code, from),
                  deductions(code, from),
                  grades(code, from)),
              row.getString("by_whom"),
              row.getTimestamp("at").toInstant());
        })
        .list();
  }

  /// The scheme by which a day is scored.
  ///
  /// @param code null for the usual one
  Optional<Scheme> find(
      ObjectKind of, @org.jspecify.annotations.Nullable String code, LocalDate day) {
    return versions().stream()
        .map(Version::scheme)
        .filter(scheme -> scheme.of() == of && !scheme.validFrom().isAfter(day))
        .filter(scheme -> code == null ? scheme.usual() : scheme.code().equals(code))
        .max(Comparator.comparing(Scheme::validFrom));
  }

  Optional<Scheme> findVersion(String code, LocalDate validFrom) {
    return versions().stream()
        .map(Version::scheme)
        .filter(scheme -> scheme.code().equals(code) && scheme.validFrom().equals(validFrom))
        .findFirst();
  }

  private List<Part> parts(String code, LocalDate from) {
    return jdbc.sql(
            """
            select place, points, weight, what, step_from, step_off
            from dispatch.evaluation_part
            where code = :code and valid_from = :from
            order by place
            """)
        .param("code", code)
        .param("from", from)
        .query((row, _) -> {
          var points = Points.valueOf(row.getString("points"));
          var what = row.getString("what");
          return new Part(
              points,
              row.getDouble("weight"),
              points == Points.BAND ? null : Indicator.find(what).orElseThrow(),
              points == Points.BAND ? Count.find(what).orElseThrow() : null,
              bands(code, from, row.getInt("place")),
              row.getDouble("step_from"),
              row.getDouble("step_off"));
        })
        .list();
  }

  private List<Band> bands(String code, LocalDate from, int place) {
    return jdbc.sql(
            """
            select up_to, points from dispatch.evaluation_band
            where code = :code and valid_from = :from and place = :place
            order by up_to
            """)
        .param("code", code)
        .param("from", from)
        .param("place", place)
        .query((row, _) -> {
          int upTo = row.getInt("up_to");
          return new Band(upTo == ALL_ABOVE ? null : upTo, row.getDouble("points"));
        })
        .list();
  }

  private List<Deduction> deductions(String code, LocalDate from) {
    return jdbc.sql(
            """
            select count, each from dispatch.evaluation_deduction
            where code = :code and valid_from = :from
            order by count
            """)
        .param("code", code)
        .param("from", from)
        .query((row, _) ->
            new Deduction(Count.find(row.getString("count")).orElseThrow(), row.getDouble("each")))
        .list();
  }

  private Grades grades(String code, LocalDate from) {
    return new Grades(
        jdbc.sql(
                """
                select from_score from dispatch.evaluation_grade
                where code = :code and valid_from = :from
                order by letter
                """)
            .param("code", code)
            .param("from", from)
            .query((row, _) -> row.getDouble(1))
            .list());
  }

  /// @throws org.springframework.dao.DuplicateKeyException when there is such a version already
  @Transactional
  public void insert(Scheme scheme, String by, Instant at) {
    store(scheme, by, at);
    recent.invalidateAll();
  }

  private void store(Scheme scheme, String by, Instant at) {
    jdbc.sql(
            """
            insert into dispatch.evaluation_scheme
              (code, valid_from, of_kind, name_zh, name_en, usual, by_whom, at)
            values (:code, :from, :of, :zh, :en, :usual, :by, :at)
            """)
        .param("code", scheme.code())
        .param("from", scheme.validFrom())
        .param("of", scheme.of().code())
        .param("zh", scheme.zh())
        .param("en", scheme.en())
        .param("usual", scheme.usual())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
    for (int place = 1; place <= scheme.parts().size(); place++) {
      insert(scheme, place, scheme.parts().get(place - 1));
    }
    for (var grade : scheme.grades().letters()) {
      insert(scheme, grade);
    }
    for (var one : scheme.deductions()) {
      jdbc.sql(
              """
              insert into dispatch.evaluation_deduction (code, valid_from, count, each)
              values (:code, :from, :count, :each)
              """)
          .param("code", scheme.code())
          .param("from", scheme.validFrom())
          .param("count", one.count().code())
          .param("each", one.each())
          .update();
    }
  }

  private void insert(Scheme scheme, Grade grade) {
    jdbc.sql(
            """
            insert into dispatch.evaluation_grade (code, valid_from, letter, from_score)
            values (:code, :from, :letter, :least)
            """)
        .param("code", scheme.code())
        .param("from", scheme.validFrom())
        .param("letter", grade.name())
        .param("least", scheme.grades().from(grade))
        .update();
  }

  private void insert(Scheme scheme, int place, Part part) {
    jdbc.sql(
            """
            insert into dispatch.evaluation_part
              (code, valid_from, place, points, weight, what, step_from, step_off)
            values (:code, :from, :place, :points, :weight, :what, :stepFrom, :stepOff)
            """)
        .param("code", scheme.code())
        .param("from", scheme.validFrom())
        .param("place", place)
        .param("points", part.points().name())
        .param("weight", part.weight())
        .param("what", part.code())
        .param("stepFrom", part.from())
        .param("stepOff", part.off())
        .update();
    for (var band : new ArrayList<>(part.bands())) {
      jdbc.sql(
              """
              insert into dispatch.evaluation_band (code, valid_from, place, up_to, points)
              values (:code, :from, :place, :upTo, :points)
              """)
          .param("code", scheme.code())
          .param("from", scheme.validFrom())
          .param("place", place)
          .param("upTo", band.upTo() == null ? ALL_ABOVE : band.upTo())
          .param("points", band.points())
          .update();
    }
  }
}
