package org.citygrid.ui.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open pages and what they have yet to hear. An event's id is `<start>.<number>`: a page that
/// comes back with an id of an earlier start, or of too long ago, is told to read everything anew
/// (`resync`).
final class LiveStream {
  private static final int MEMORY = 5_000;
  private static final long OPEN_FOR = 0; // until the page leaves

  private final String start;
  private final Deque<Numbered> memory = new ArrayDeque<>();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private long last;

  /// @param start tells this run of the program from every other
  LiveStream(String start) {
    this.start = start;
  }

  private record Numbered(long number, LiveEvent event) {}

  private record Listener(Actor actor, SseEmitter page) {}

  /// Opens a stream for a page.
  ///
  /// @param lastHeard the `Last-Event-ID` that a returning page sends
  synchronized SseEmitter open(Actor actor, @Nullable String lastHeard) {
    SseEmitter page = new SseEmitter(OPEN_FOR);
    Listener listener = new Listener(actor, page);
    page.onCompletion(() -> listeners.remove(listener));
    page.onTimeout(() -> listeners.remove(listener));
    page.onError(gone -> listeners.remove(listener));
    greet(listener, lastHeard);
    listeners.add(listener);
    return page;
  }

  synchronized void tell(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      Numbered numbered = new Numbered(++last, event);
      memory.addLast(numbered);
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
      List.copyOf(listeners).forEach(listener -> send(listener, numbered));
    }
  }

  /// Keeps proxies from closing quiet streams, and finds pages that left.
  synchronized void keepAlive() {
    for (Listener listener : List.copyOf(listeners)) {
      write(listener, SseEmitter.event().comment("still here"));
    }
  }

  int listening() {
    return listeners.size();
  }

  private void greet(Listener listener, @Nullable String lastHeard) {
    write(listener, SseEmitter.event().reconnectTime(2_000).comment("welcome"));
    if (lastHeard == null) {
      return;
    }
    List<Numbered> missed = missedSince(lastHeard);
    if (missed == null) {
      write(listener, SseEmitter.event().id(start + "." + last).name("resync").data("{}"));
    } else {
      missed.forEach(numbered -> send(listener, numbered));
    }
  }

  /// Null when the memory does not reach back that far.
  private @Nullable List<Numbered> missedSince(String lastHeard) {
    int dot = lastHeard.lastIndexOf('.');
    if (dot < 0 || !lastHeard.substring(0, dot).equals(start)) {
      return null;
    }
    String digits = lastHeard.substring(dot + 1);
    if (!digits.matches("\\d{1,18}")) {
      return null;
    }
    long heard = Long.parseLong(digits);
    Numbered oldest = memory.peekFirst();
    if (heard < last && oldest != null && oldest.number() > heard + 1) {
      return null;
    }
    List<Numbered> missed = new ArrayList<>(memory);
    missed.removeIf(numbered -> numbered.number() <= heard);
    return missed;
  }

  private void send(Listener listener, Numbered numbered) {
    if (numbered.event().isFor(listener.actor())) {
      write(
          listener,
          SseEmitter.event()
              .id(start + "." + numbered.number())
              .name("case")
              .data(numbered.event()));
    }
  }

  private void write(Listener listener, SseEmitter.SseEventBuilder event) {
    try {
      listener.page().send(event);
    } catch (IOException | IllegalStateException gone) {
      // The page left; its stream ends here and it comes back by itself.
      listeners.remove(listener);
    }
  }
}
