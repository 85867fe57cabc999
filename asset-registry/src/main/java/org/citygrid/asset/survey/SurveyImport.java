package org.citygrid.asset.survey;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygrid.asset.AssetSettings;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.asset.attribute.AttributeTable;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.asset.register.CodeIssuer;
import org.citygrid.asset.survey.Watch.Phase;
import org.citygrid.geo.MapDatum;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes in one survey in one transaction. Into a register that holds something it is staged while
/// it streams, judged as a whole, then merged; an empty register is filled directly.
@Service
public final class SurveyImport {
  private final Session session;
  private final FirstCensus census;
  private final Staging staging;
  private final Merge merge;
  private final AttributeTable attributes;
  private final CodeIssuer codes;
  private final Catalogue catalogue;
  private final Grids grids;
  private final Units units;
  private final CityGridSettings settings;
  private final AssetSettings assetSettings;
  private final TownClock clock;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final MeterRegistry meters;

  SurveyImport(
      Session session,
      FirstCensus census,
      Staging staging,
      Merge merge,
      AttributeTable attributes,
      CodeIssuer codes,
      Catalogue catalogue,
      Grids grids,
      Units units,
      CityGridSettings settings,
      AssetSettings assetSettings,
      TownClock clock,
      TransactionTemplate transaction,
      JsonMapper json,
      MeterRegistry meters) {
    this.session = session;
    this.census = census;
    this.staging = staging;
    this.merge = merge;
    this.attributes = attributes;
    this.codes = codes;
    this.catalogue = catalogue;
    this.grids = grids;
    this.units = units;
    this.settings = settings;
    this.assetSettings = assetSettings;
    this.clock = clock;
    this.transaction = transaction;
    this.json = json;
    this.meters = meters;
  }

  /// One who judges rows as an import would, for a look at a file's beginning.
  public Judge judge(MapDatum datum) {
    Set<String> unitCodes = units.listUnits().stream().map(Unit::code).collect(toUnmodifiableSet());
    Set<String> classCodes =
        catalogue.listClasses().stream()
            .filter(one -> one.kind() == Kind.COMPONENT)
            .map(ThingClass::code)
            .collect(toUnmodifiableSet());
    return new Judge(
        new RowCheck(classCodes::contains, unitCodes, attributes.read(), clock.today()),
        new RowPlacing(
            grids, datum, settings.town().substring(0, 6), assetSettings.outside(), json));
  }

  /// @throws SurveyRefused when rows are wrong and `partial` was not asked for; nothing is stored
  /// @throws SurveyCancelled when whoever looks on wants no more; nothing is stored
  /// @throws org.citygrid.geofile.UnreadableFile when the file as a whole is broken; nothing is
  ///   stored
  public SurveyResult take(RowSource source, SurveyTerms terms, Watch watch) {
    Timer.Sample sample = Timer.start(meters);
    try {
      SurveyResult result = takeEitherWay(source, terms, watch);
      if (!terms.dryRun()) {
        count(result);
      }
      return result;
    } catch (SurveyRefused refused) {
      meters.counter("citygrid.survey.rows", "outcome", "rejected").increment(refused.count());
      throw refused;
    } finally {
      sample.stop(meters.timer("citygrid.survey", "format", source.format()));
    }
  }

  /// To be called after a survey was taken in, when nobody waits for it any more: tells the planner
  /// what the register holds now.
  public void settle() {
    session.analyzeRegister();
  }

  private SurveyResult takeEitherWay(RowSource source, SurveyTerms terms, Watch watch) {
    Optional<SurveyResult> first =
        transaction.execute(status -> {
          Work work = new Work(source, terms, watch, status);
          session.begin(watch);
          return census.isRegisterEmpty() ? work.fillEmpty() : Optional.empty();
        });
    if (first != null && first.isPresent()) {
      return first.orElseThrow();
    }
    watch.again();
    return transaction.execute(status -> {
      session.begin(watch);
      return new Work(source, terms, watch, status).merge();
    });
  }

  /// The taking of one survey.
  private final class Work {
    private final RowSource source;
    private final SurveyTerms terms;
    private final Watch watch;
    private final TransactionStatus status;
    private final Instant start = clock.instant();
    private final Rejects rejects;

    /// Everything that judging needs is read before: the connection is busy while rows stream.
    private final Judge judge;

    private long staged;
    private long nameless;

    Work(RowSource source, SurveyTerms terms, Watch watch, TransactionStatus status) {
      this.source = source;
      this.terms = terms;
      this.watch = watch;
      this.status = status;
      this.rejects = new Rejects(watch);
      this.judge = judge(terms.datum());
    }

    /// @return empty when the survey must be read as a whole before it can be coded
    Optional<SurveyResult> fillEmpty() {
      CodeCounters counters = census.readCounters();
      long survey = merge.openSurvey(source.format(), terms.userName(), start);
      FirstCensus.Stamp stamp =
          new FirstCensus.Stamp(
              survey, catalogue.edition(), terms.userName(), clock.instant(), clock.today());
      watch.phase(Phase.READING);
      try {
        stream(() -> census.fill(stamp, rows -> read(row -> toCard(row, rows, stamp, counters))));
      } catch (CodeCounters.NumbersCross cross) {
        status.setRollbackOnly();
        return Optional.empty();
      }
      refuseIfWrong();
      watch.phase(Phase.INDEXING);
      if (terms.dryRun()) {
        status.setRollbackOnly();
      } else {
        census.index(stamp, watch);
        if (!census.attach(stamp, counters)) {
          status.setRollbackOnly();
          return Optional.empty();
        }
        merge.raiseRevision();
      }
      return Optional.of(close(survey, staged, 0, 0));
    }

    private void toCard(
        SurveyRow row, CopyBinary rows, FirstCensus.Stamp stamp, CodeCounters counters) {
      StagedRow card = judged(row);
      if (card == null) {
        return;
      }
      String code = card.code();
      if (code != null && !counters.take(code)) {
        rejects.add(
            List.of(Reject.of(card.line(), "code", code, "stands in an earlier line already")));
        return;
      }
      staged++;
      if (isWanted()) {
        FirstCensus.write(
            rows,
            card,
            code == null ? counters.next(card.county(), card.classCode()) : code,
            stamp);
      }
    }

    /// Once a row is wrong and all or nothing was asked for, the others are only judged.
    private boolean isWanted() {
      return !terms.dryRun() && (terms.partial() || rejects.rows() == 0);
    }

    SurveyResult merge() {
      staging.create();
      watch.phase(Phase.READING);
      stream(() -> staging.fill(rows -> read(row -> stage(row, rows))));
      watch.phase(Phase.JUDGING);
      staging.analyze();
      for (Reject duplicate : staging.removeDuplicates()) {
        rejects.add(List.of(duplicate));
        staged--;
      }
      refuseIfWrong();
      watch.phase(Phase.CODING);
      issueCodes();
      watch.phase(Phase.WRITING);
      SurveyResult result = write();
      if (terms.dryRun()) {
        status.setRollbackOnly();
      }
      return result;
    }

    private void stage(SurveyRow row, CopyBinary rows) {
      StagedRow card = judged(row);
      if (card != null) {
        staged++;
        nameless += card.code() == null ? 1 : 0;
        Staging.write(rows, card);
      }
    }

    private @Nullable StagedRow judged(SurveyRow row) {
      watch.row();
      Optional<StagedRow> card = judge.place(row);
      if (card.isEmpty()) {
        rejects.add(row.faults());
      }
      return card.orElse(null);
    }

    private void read(java.util.function.Consumer<SurveyRow> rows) throws IOException {
      source.read(rows);
    }

    private void refuseIfWrong() {
      if (rejects.rows() > 0 && !terms.partial()) {
        throw new SurveyRefused(rejects);
      }
    }

    private void issueCodes() {
      if (nameless > 0) {
        staging.recognise();
      }
      staging.reserveNumbers();
      if (nameless == 0) {
        return;
      }
      for (Staging.Wanted wanted : staging.listWanted()) {
        codes
            .take(wanted.county(), new ClassCode(wanted.classCode()), wanted.count())
            .forEach(run ->
                staging.number(wanted.county(), wanted.classCode(), run.first(), run.count()));
      }
      staging.analyze();
    }

    private SurveyResult write() {
      Instant at = clock.instant();
      long survey = merge.openSurvey(source.format(), terms.userName(), start);
      Merge.Difference difference = merge.compare();
      long updated = difference.changed();
      long missing = terms.complete() ? merge.findMissing(survey) : 0;
      if (updated + difference.fresh() > 0) {
        merge.findTouchedPlaces();
      }
      if (updated > 0) {
        merge.keepFormerCards();
        merge.update(survey, catalogue.edition(), terms.userName(), at);
      }
      if (missing > 0) {
        merge.loseMissing(survey, terms.userName(), at);
      }
      long inserted =
          difference.fresh() == 0
              ? 0
              : merge.insert(survey, catalogue.edition(), terms.userName(), at, clock.today());
      watch.phase(Phase.INDEXING);
      if (inserted + updated > 0) {
        merge.countAgain();
      }
      if (inserted + updated + missing > 0) {
        merge.raiseRevision();
      }
      return close(survey, inserted, updated, missing);
    }

    private SurveyResult close(long survey, long inserted, long updated, long disappeared) {
      SurveyResult result =
          new SurveyResult(
              inserted,
              updated,
              staged - inserted - updated,
              disappeared,
              rejects.first(),
              rejects.rows(),
              judge.outside(),
              Duration.between(start, clock.instant()).toMillis() / 1000.0,
              terms.dryRun() ? null : survey);
      merge.closeSurvey(survey, result);
      return result;
    }
  }

  /// Something that streams rows through the connection.
  @FunctionalInterface
  private interface Streaming {
    void run() throws IOException, SQLException;
  }

  private static void stream(Streaming streaming) {
    try {
      streaming.run();
    } catch (IOException broken) {
      throw new UncheckedIOException("the survey broke off", broken);
    } catch (SQLException refused) {
      throw new IllegalStateException("the database did not take the survey's rows", refused);
    }
  }

  private void count(SurveyResult result) {
    Map.of(
            "inserted", result.inserted(),
            "updated", result.updated(),
            "unchanged", result.unchanged(),
            "disappeared", result.disappeared(),
            "rejected", result.rejectedCount())
        .forEach((outcome, rows) ->
            meters.counter("citygrid.survey.rows", "outcome", outcome).increment(rows));
  }
}
