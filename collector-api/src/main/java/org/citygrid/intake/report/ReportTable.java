package org.citygrid.intake.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citygrid.intake.photo.Photos;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.platform.message.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores reports, each exactly once, together with the message that tells of it.
final class ReportTable {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Photos photos;

  ReportTable(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, Photos photos) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.photos = photos;
  }

  /// Rows and message of each report and its pictures, all in one transaction.
  ///
  /// @return what became of each, in the same order
  List<Acceptance> acceptAll(List<Filing> filings) {
    return transaction.execute(_ -> insertAll(filings));
  }

  private List<Acceptance> insertAll(List<Filing> filings) {
    List<Report> reports = filings.stream().map(Filing::report).toList();
    Set<UUID> inserted = new HashSet<>(insertNew(reports));
    List<Filing> fresh = new ArrayList<>();
    Set<UUID> others = new HashSet<>();
    for (Filing filing : filings) {
      if (inserted.remove(filing.report().reportId())) {
        fresh.add(filing);
      } else {
        others.add(filing.report().reportId());
      }
    }
    enterPhotos(fresh);
    List<Report> stored = fresh.stream().map(Filing::report).toList();
    outbox.appendAll(stored.stream().map(ReportMessage::of).toList());
    return answer(reports, new HashSet<>(stored), findAll(others));
  }

  private void enterPhotos(List<Filing> fresh) {
    photos.enter(
        fresh.stream().map(filing -> new Photos.Brought(filing.pictures(), filing.by())).toList());
    Set<String> sentAhead = new HashSet<>();
    fresh.forEach(filing -> sentAhead.addAll(filing.report().photoIds()));
    fresh.forEach(filing -> filing.pictures().forEach(picture -> sentAhead.remove(picture.id())));
    photos.markUsed(sentAhead);
  }

  private static List<Acceptance> answer(
      List<Report> reports, Set<Report> fresh, Map<UUID, Stored> stored) {
    List<Acceptance> answers = new ArrayList<>(reports.size());
    for (Report report : reports) {
      Stored before = stored.get(report.reportId());
      if (fresh.contains(report) || before == null) {
        answers.add(new Accepted(report.receipt()));
      } else {
        answers.add(before.compare(report.contentHash()));
      }
    }
    return answers;
  }

  private List<UUID> insertNew(List<Report> reports) {
    return jdbc.sql(ReportRows.INSERT_NEW)
        .params(ReportRows.arrays(reports))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// What is stored under an id.
  record Stored(UUID reportId, String receipt, String contentHash) {
    Acceptance compare(String hash) {
      return contentHash.equals(hash) ? new Known(receipt) : new Clash();
    }
  }

  Map<UUID, Stored> findAll(Collection<UUID> ids) {
    Map<UUID, Stored> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select report_id, receipt, content_hash from intake.report where report_id = any(:ids)
              """)
          .param("ids", ids.toArray(UUID[]::new))
          .query(Stored.class)
          .list()
          .forEach(row -> found.put(row.reportId(), row));
    }
    return found;
  }
}
