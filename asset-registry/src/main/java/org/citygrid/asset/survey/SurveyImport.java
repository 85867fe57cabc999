package org.citygrid.asset.survey;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.Kind;
import org.citygrid.asset.attribute.AttributeTable;
import org.citygrid.asset.register.CodeIssuer;
import org.citygrid.geo.MapDatum;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes in one survey in one transaction: staged while it streams, judged as a whole, then merged.
@Service
final class SurveyImport {
  private final Staging staging;
  private final Merge merge;
  private final AttributeTable attributes;
  private final CodeIssuer codes;
  private final Catalogue catalogue;
  private final Grids grids;
  private final Units units;
  private final CityGridSettings settings;
  private final TownClock clock;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final MeterRegistry meters;

  SurveyImport(
      Staging staging,
      Merge merge,
      AttributeTable attributes,
      CodeIssuer codes,
      Catalogue catalogue,
      Grids grids,
      Units units,
      CityGridSettings settings,
      TownClock clock,
      TransactionTemplate transaction,
      JsonMapper json,
      MeterRegistry meters) {
    this.staging = staging;
    this.merge = merge;
    this.attributes = attributes;
    this.codes = codes;
    this.catalogue = catalogue;
    this.grids = grids;
    this.units = units;
    this.settings = settings;
    this.clock = clock;
    this.transaction = transaction;
    this.json = json;
    this.meters = meters;
  }

  /// How a survey is to be taken.
  ///
  /// @param partial take the good rows even if others are refused
  record Terms(SurveyFormat format, MapDatum datum, boolean partial, String userName) {}

  /// @throws SurveyRefused when rows are wrong and `partial` was not asked for; nothing is stored
  /// @throws UnreadableSurvey when the file as a whole is broken; nothing is stored
  SurveyResult take(InputStream survey, Terms terms) {
    Instant start = clock.instant();
    Timer.Sample sample = Timer.start(meters);
    try {
      SurveyResult result = transaction.execute(_ -> takeWithin(survey, terms, start));
      count(result);
      return result;
    } catch (SurveyRefused refused) {
      meters.counter("citygrid.survey.rows", "outcome", "rejected").increment(refused.count());
      throw refused;
    } finally {
      sample.stop(meters.timer("citygrid.survey", "format", word(terms.format())));
    }
  }

  private SurveyResult takeWithin(InputStream survey, Terms terms, Instant start) {
    Rejects rejects = new Rejects();
    stage(survey, terms, rejects);
    staging.removeDuplicates().forEach(duplicate -> rejects.add(List.of(duplicate)));
    if (rejects.rows() > 0 && !terms.partial()) {
      throw new SurveyRefused(rejects);
    }
    merge.takeTurn();
    issueCodes();
    return write(terms, rejects, start);
  }

  /// Everything that the row checks need is read before: the connection is busy while rows stream.
  private void stage(InputStream survey, Terms terms, Rejects rejects) {
    Set<String> unitCodes = units.listUnits().stream().map(Unit::code).collect(toUnmodifiableSet());
    RowCheck check =
        new RowCheck(
            code -> catalogue.findClass(Kind.COMPONENT, code).isPresent(),
            unitCodes,
            attributes.read(),
            clock.today());
    RowPlacing placing = new RowPlacing(grids, terms.datum(), settings.town().substring(0, 6));
    staging.create();
    try {
      staging.fill(sink ->
          reader(terms.format())
              .read(
                  survey,
                  row -> {
                    check.check(row);
                    if (row.faults().isEmpty()) {
                      hand(sink, placing.place(row));
                    } else {
                      rejects.add(row.faults());
                    }
                  }));
    } catch (CharacterCodingException wrong) {
      throw new UnreadableSurvey("the text is not UTF-8", wrong);
    } catch (IOException broken) {
      throw new UncheckedIOException("the survey broke off", broken);
    } catch (SQLException refused) {
      throw new IllegalStateException("the database did not take the survey's rows", refused);
    }
    staging.analyze();
  }

  private static void hand(Staging.Sink sink, StagedRow row) {
    try {
      sink.accept(row);
    } catch (SQLException refused) {
      throw new IllegalStateException(
          "the database did not take line %d of the survey".formatted(row.line()), refused);
    }
  }

  private void issueCodes() {
    staging.recognise();
    staging.reserveNumbers();
    for (Staging.Wanted wanted : staging.listWanted()) {
      codes
          .take(wanted.county(), new ClassCode(wanted.classCode()), wanted.count())
          .forEach(
              run -> staging.number(wanted.county(), wanted.classCode(), run.first(), run.count()));
    }
    staging.analyze();
  }

  private SurveyResult write(Terms terms, Rejects rejects, Instant start) {
    Instant at = clock.instant();
    long survey = merge.openSurvey(word(terms.format()), terms.userName(), start);
    long updated = merge.findChanged();
    merge.findTouchedPlaces();
    merge.keepFormerCards();
    merge.update(survey, catalogue.edition(), terms.userName(), at);
    long inserted = merge.insert(survey, catalogue.edition(), terms.userName(), at, clock.today());
    if (inserted + updated > 0) {
      merge.countAgain();
      merge.raiseRevision();
    }
    SurveyResult result =
        new SurveyResult(
            inserted,
            updated,
            staging.count() - inserted - updated,
            rejects.first(),
            rejects.rows(),
            Duration.between(start, clock.instant()).toMillis() / 1000.0);
    merge.closeSurvey(survey, result);
    return result;
  }

  private SurveyReader reader(SurveyFormat format) {
    return switch (format) {
      case GEOJSON -> new GeoJsonSurvey(json);
      case NDJSON -> new FeatureLines(json);
      case CSV -> new CsvSurvey();
    };
  }

  private void count(SurveyResult result) {
    Map.of(
            "inserted", result.inserted(),
            "updated", result.updated(),
            "unchanged", result.unchanged(),
            "rejected", result.rejectedCount())
        .forEach((outcome, rows) ->
            meters.counter("citygrid.survey.rows", "outcome", outcome).increment(rows));
  }

  private static String word(SurveyFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
