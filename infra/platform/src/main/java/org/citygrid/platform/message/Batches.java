package org.citygrid.platform.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Works through a batch of records so that none of them can stop the others: unreadable or
/// impossible ones are put aside with their reason, and where a batch fails as a whole its records
/// are tried one by one. Only a database or broker that is away is passed on as an exception.
public final class Batches {
  /// Name of the container factory that listeners of whole batches use.
  public static final String FEED = "batchFeed";

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private final DeadLetters deadLetters;
  private final JsonMapper json;

  Batches(DeadLetters deadLetters, JsonMapper json) {
    this.deadLetters = deadLetters;
    this.json = json;
  }

  private record Read<T>(ConsumerRecord<String, byte[]> record, T value) {}

  /// @param flaw why a value that was read cannot be processed, empty when it can
  /// @param work stores a list of values in one transaction, and does nothing when they are stored
  ///   already
  public <T> void process(
      List<ConsumerRecord<String, byte[]>> records,
      Class<T> type,
      Function<T, Optional<String>> flaw,
      Consumer<List<T>> work) {
    var reader = json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    var good = new ArrayList<Read<T>>(records.size());
    for (var record : records) {
      this.<T>read(reader, record, flaw).ifPresent(good::add);
    }
    try {
      workOn(good, work);
    } catch (NonTransientDataAccessException | IllegalStateException failure) {
      rethrowIfAway(failure);
      LOG.warn("a batch of {} failed; trying its records one by one", good.size(), failure);
      good.forEach(one -> workAlone(one, work));
    }
  }

  private <T> Optional<Read<T>> read(
      ObjectReader reader,
      ConsumerRecord<String, byte[]> record,
      Function<T, Optional<String>> flaw) {
    var reason = "is empty";
    try {
      T value = record.value() == null ? null : reader.<T>readValue(record.value());
      if (value != null) {
        var found = flaw.apply(value);
        if (found.isEmpty()) {
          return Optional.of(new Read<>(record, value));
        }
        reason = found.get();
      }
    } catch (JacksonException garbled) {
      reason = "unreadable: " + garbled.getOriginalMessage();
    }
    deadLetters.send(record, reason);
    return Optional.empty();
  }

  private static <T> void workOn(List<Read<T>> good, Consumer<List<T>> work) {
    if (!good.isEmpty()) {
      work.accept(good.stream().map(Read::value).toList());
    }
  }

  private <T> void workAlone(Read<T> one, Consumer<List<T>> work) {
    try {
      work.accept(List.of(one.value()));
    } catch (NonTransientDataAccessException | IllegalStateException failure) {
      rethrowIfAway(failure);
      deadLetters.send(one.record(), "impossible: " + failure.getMessage());
    }
  }

  private static void rethrowIfAway(RuntimeException failure) {
    if (failure instanceof NonTransientDataAccessResourceException) {
      throw failure;
    }
  }
}
