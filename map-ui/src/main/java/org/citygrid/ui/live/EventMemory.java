package org.citygrid.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The latest events, numbered. An event's id is `<start>.<number>`; ids of an earlier start, or
/// from before the memory begins, cannot be continued from. Not thread-safe: its owner is.
///
/// @param <E> kind of event
final class EventMemory<E> {
  private final String start;
  private final int size;
  private final Deque<Numbered<E>> events = new ArrayDeque<>();
  private long last;

  /// @param start tells this run of the program from every other
  /// @param size how many events are kept
  EventMemory(String start, int size) {
    this.start = start;
    this.size = size;
  }

  record Numbered<E>(String id, long number, E event) {}

  Numbered<E> remember(E event) {
    Numbered<E> numbered = new Numbered<>(start + "." + ++last, last, event);
    events.addLast(numbered);
    if (events.size() > size) {
      events.removeFirst();
    }
    return numbered;
  }

  /// The id of the newest event, or of the beginning.
  String newestId() {
    return start + "." + last;
  }

  /// What came after the event with this id; empty when that cannot be told any more.
  Optional<List<Numbered<E>>> since(String id) {
    if (!id.matches("[0-9a-z]+\\.\\d{1,18}") || !id.startsWith(start + ".")) {
      return Optional.empty();
    }
    long heard = Long.parseLong(id.substring(start.length() + 1));
    long forgotten = last - events.size();
    return heard < forgotten || heard > last
        ? Optional.empty()
        : Optional.of(events.stream().filter(numbered -> numbered.number() > heard).toList());
  }
}
