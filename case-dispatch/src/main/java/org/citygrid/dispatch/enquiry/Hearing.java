package org.citygrid.dispatch.enquiry;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Entry;
import org.citygrid.platform.setting.TownClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Turns what citizens said into enquiries and ratings, each once, however often it is delivered.
@Component
final class Hearing {
  private final EnquiryStore store;
  private final EnquiryClerk clerk;
  private final TransactionTemplate transaction;
  private final TownClock clock;
  private final MeterRegistry meters;

  Hearing(
      EnquiryStore store,
      EnquiryClerk clerk,
      TransactionTemplate transaction,
      TownClock clock,
      MeterRegistry meters) {
    this.store = store;
    this.clerk = clerk;
    this.transaction = transaction;
    this.clock = clock;
    this.meters = meters;
  }

  /// All in one transaction. Of one enquiry the question comes before the rating, as on the topic.
  void take(List<Said> said) {
    transaction.executeWithoutResult(_ -> {
      open(said.stream().filter(Said::isAsked).toList());
      said.stream().filter(one -> !one.isAsked()).forEach(this::rate);
    });
  }

  private void open(List<Said> asked) {
    Map<UUID, Said> fresh = new LinkedHashMap<>();
    asked.forEach(one -> fresh.putIfAbsent(requireNonNull(one.enquiryId()), one));
    fresh.keySet().removeAll(store.known(List.copyOf(fresh.keySet())));
    Map<LocalDate, List<Said>> byDay = new TreeMap<>();
    fresh
        .values()
        .forEach(one -> byDay.computeIfAbsent(dayOf(one), _ -> new ArrayList<>()).add(one));
    List<Entry> entries = new ArrayList<>();
    byDay.forEach((day, ones) -> {
      var numbers = store.numbers(day, ones.size());
      for (int at = 0; at < ones.size(); at++) {
        entries.add(clerk.open(question(ones.get(at), numbers.get(at))));
      }
    });
    keep(entries);
    entries.forEach(entry ->
        meters
            .counter(
                "citygrid.enquiries",
                "kind",
                entry.enquiry().question().kind(),
                "channel",
                entry.enquiry().question().channel())
            .increment());
  }

  private void rate(Said rating) {
    var id = requireNonNull(rating.enquiryId());
    var enquiry =
        store.lock(id).orElseThrow(() -> new IllegalStateException("there is no enquiry " + id));
    var entry = clerk.rate(enquiry, rating);
    if (entry != null) {
      keep(List.of(entry));
    }
  }

  private void keep(List<Entry> entries) {
    if (!entries.isEmpty() && !store.store(entries)) {
      throw new IllegalStateException("an enquiry was moved although it was locked");
    }
  }

  private LocalDate dayOf(Said asked) {
    return clock.dateOf(requireNonNull(asked.at()));
  }

  private static Question question(Said asked, String number) {
    Instant at = requireNonNull(asked.at());
    return new Question(
        requireNonNull(asked.enquiryId()),
        number,
        requireNonNull(asked.kind()),
        requireNonNull(asked.channel()),
        requireNonNull(asked.text()),
        asked.lon(),
        asked.lat(),
        requireNonNull(asked.divisionCode()),
        asked.dutyGridCode(),
        requireNonNullElse(asked.photoIds(), List.of()),
        asked.registeredBy(),
        at);
  }
}
