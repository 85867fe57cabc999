package org.citygrid.asset.handin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.attribute.AttributeTable;
import org.citygrid.asset.column.Headings;
import org.citygrid.asset.column.Mapping;
import org.citygrid.asset.column.RowReader;
import org.citygrid.asset.column.SurveyField;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.asset.column.Vocabulary;
import org.citygrid.asset.survey.Judge;
import org.citygrid.asset.survey.SurveyImport;
import org.citygrid.geo.MapDatum;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Described;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.FittingSystems;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.platform.identity.Units;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the beginning of a file as the whole would be read.
@Component
final class Previews {
  private static final int SAMPLED = 1_000;
  private static final int SHOWN = 20;
  private static final int SAMPLES = 5;
  private static final int LONGEST_SAMPLE = 80;

  private final SurveyImport surveys;
  private final Units units;
  private final Catalogue catalogue;
  private final AttributeTable attributes;
  private final JsonMapper json;

  Previews(
      SurveyImport surveys,
      Units units,
      Catalogue catalogue,
      AttributeTable attributes,
      JsonMapper json) {
    this.surveys = surveys;
    this.units = units;
    this.catalogue = catalogue;
    this.attributes = attributes;
    this.json = json;
  }

  /// The mapping that holds for a job: what was said, or what the headings say.
  private Mapping mapping(JobSettings settings, List<Column> columns) {
    Map<String, String> said =
        settings.mapping() == null
            ? Headings.propose(columns, attributes.read().byWords())
            : JobSettings.withoutNothing(settings.mapping());
    said.keySet().removeAll(Set.of("lon", "lat", "wkt"));
    return new Mapping(said, JobSettings.withoutNothing(settings.defaults()));
  }

  private Vocabulary vocabulary() {
    return new Vocabulary(units.listUnits(), catalogue.listClasses());
  }

  /// How a job's columns are understood.
  RowReader rows(JobSettings settings, List<Column> columns) {
    return RowReader.of(mapping(settings, columns), columns, vocabulary(), json);
  }

  /// How columns that bear our own names are understood.
  ///
  /// @param whole a column with another name refuses the file; otherwise the rows that use it
  RowReader strictRows(List<Column> columns, boolean whole) {
    return RowReader.strict(columns, whole, vocabulary(), json);
  }

  /// @throws org.citygrid.geofile.UnreadableFile if it cannot be read so
  Preview look(Path file, String fileName, ImportKind kind, JobSettings settings)
      throws IOException {
    try (GeoFileReader reader = FileOpener.open(file, fileName, settings)) {
      Described described = reader.described();
      boolean components = kind == ImportKind.COMPONENTS;
      Mapping mapping =
          components
              ? mapping(settings, described.columns())
              : new Mapping(JobSettings.withoutNothing(settings.mapping()), Map.of());
      Sample sample = new Sample(described.columns());
      if (components) {
        sample.rows = RowReader.of(mapping, described.columns(), vocabulary(), json);
        sample.judge = surveys.judge(FileOpener.datum(settings));
      }
      sampled(reader).forEach(sample::take);
      if (described.crs() == null && sample.judge != null) {
        sample.systems = FittingSystems.find(reader.numbers(), sample.judge::isInTown);
      }
      return show(described, mapping, settings, kind, sample);
    }
  }

  private static List<Feature> sampled(GeoFileReader reader) throws IOException {
    try {
      return reader.sample(SAMPLED);
    } catch (UnreadableFile told) {
      throw told;
    } catch (RuntimeException broken) {
      throw new UnreadableFile("the file is damaged", broken);
    }
  }

  private static Preview show(
      Described described, Mapping mapping, JobSettings settings, ImportKind kind, Sample sample) {
    boolean shifted = FileOpener.datum(settings) != MapDatum.WGS84;
    List<Described.Warning> warnings = new ArrayList<>(described.warnings());
    warnings.removeIf(warning -> shifted && warning.code().equals("gcj02-suspected"));
    if (sample.judge != null) {
      warnings.addAll(sample.judge.warnings());
    }
    if (!sample.systems.isEmpty()) {
      warnings.add(
          new Described.Warning(
              "crs-fits",
              "The places would lie in the town if the coordinate system were "
                  + String.join(", ", sample.systems)
                  + "."));
    }
    Map<String, String> columns = new LinkedHashMap<>(mapping.columns());
    JobSettings.withoutNothing(settings.mapping())
        .forEach((field, column) -> {
          if (Set.of("lon", "lat", "wkt").contains(field)) {
            columns.put(field, column);
          }
        });
    boolean components = kind == ImportKind.COMPONENTS;
    return new Preview(
        described.format().name().toLowerCase(Locale.ROOT),
        described.layer(),
        described.layers(),
        described.charset(),
        described.charsetFrom(),
        shifted ? settings.crs() : described.crs(),
        described.crsFrom(),
        described.rows() < 0 ? null : described.rows(),
        sample.columns(),
        columns,
        mapping.defaults(),
        components ? componentFields() : List.of(),
        components ? leftOut(described, columns) : List.of(),
        sample.shown,
        sample.extent(),
        warnings,
        sample.faulty,
        sample.sampled);
  }

  /// What the file has and nobody takes: a surveyor must see it before it is lost.
  private static List<String> leftOut(Described described, Map<String, String> mapping) {
    return described.columns().stream()
        .map(Column::name)
        .filter(name -> !mapping.containsValue(name) && !described.placeColumns().contains(name))
        .toList();
  }

  private static List<Preview.FieldShown> componentFields() {
    List<Preview.FieldShown> fields = new ArrayList<>();
    for (SurveyField field : SurveyField.values()) {
      fields.add(new Preview.FieldShown(field.word(), field.isRequired(), field.words()));
    }
    return fields;
  }

  /// What was seen of the first rows.
  private static final class Sample {
    private final List<Column> columns;
    private final List<Set<String>> values;
    private final List<Preview.RowShown> shown = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private @Nullable RowReader rows;
    private @Nullable Judge judge;
    private List<String> systems = List.of();
    private int sampled;
    private int faulty;

    Sample(List<Column> columns) {
      this.columns = columns;
      this.values = columns.stream().<Set<String>>map(column -> new LinkedHashSet<>()).toList();
    }

    void take(Feature feature) {
      sampled++;
      collect(feature);
      SurveyRow row = row(feature);
      faulty += row.faults().isEmpty() ? 0 : 1;
      if (row.location() != null && !row.location().isEmpty()) {
        extent.expandToInclude(row.location().getEnvelopeInternal());
      }
      if (shown.size() < SHOWN) {
        shown.add(shown(row, feature));
      }
    }

    private SurveyRow row(Feature feature) {
      if (rows != null && judge != null) {
        SurveyRow row = rows.read(feature);
        judge.judge(row);
        return row;
      }
      SurveyRow bare = new SurveyRow(feature.line());
      if (feature.geometry() != null) {
        bare.place(feature.geometry());
      }
      feature.faults().forEach(fault -> bare.refuse(fault.field(), fault.value(), fault.reason()));
      return bare;
    }

    private void collect(Feature feature) {
      @Nullable Object[] cells = feature.values();
      for (int i = 0; i < values.size() && i < cells.length; i++) {
        @Nullable Object cell = cells[i];
        if (cell != null && values.get(i).size() < SAMPLES && !cell.toString().isBlank()) {
          String text = cell.toString();
          values
              .get(i)
              .add(text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text);
        }
      }
    }

    private Preview.RowShown shown(SurveyRow row, Feature feature) {
      @Nullable Coordinate place =
          row.location() == null || row.location().isEmpty()
              ? null
              : row.location().getCoordinate();
      Map<String, String> texts = new LinkedHashMap<>();
      if (rows == null) {
        for (int i = 0; i < columns.size() && i < feature.values().length; i++) {
          @Nullable Object cell = feature.values()[i];
          if (cell != null) {
            texts.put(columns.get(i).name(), cell.toString());
          }
        }
      } else {
        row.texts().forEach((field, text) -> texts.put(field.word(), text));
        for (Dimension dimension : row.dimensions()) {
          String unit = dimension.unit() == null ? "" : " " + dimension.unit();
          texts.put("dim:" + dimension.name(), dimension.value() + unit);
        }
      }
      return new Preview.RowShown(
          row.line(),
          place == null ? null : place.x,
          place == null ? null : place.y,
          texts,
          row.faults());
    }

    List<Preview.ColumnShown> columns() {
      List<Preview.ColumnShown> all = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        all.add(
            new Preview.ColumnShown(
                column.name(),
                column.type().name().toLowerCase(Locale.ROOT),
                List.copyOf(values.get(i))));
      }
      return all;
    }

    @Nullable List<Double> extent() {
      return extent.isNull()
          ? null
          : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
    }
  }
}
