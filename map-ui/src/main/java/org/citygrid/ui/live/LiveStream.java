package org.citygrid.ui.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open pages, and what each may hear. A page that comes back with the id of what it heard last
/// gets what it missed, or is told to read everything anew (`resync`).
final class LiveStream {
  private static final int MEMORY = 5_000;
  private static final long UNTIL_THE_PAGE_LEAVES = 0;

  private final EventMemory<LiveEvent> memory;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private boolean closed;

  LiveStream(String start) {
    this.memory = new EventMemory<>(start, MEMORY);
  }

  /// Opens a stream for a page.
  ///
  /// @param lastHeard the `Last-Event-ID` that a returning page sends
  synchronized SseEmitter open(Actor actor, @Nullable String lastHeard) {
    SseEmitter page = new SseEmitter(UNTIL_THE_PAGE_LEAVES);
    Listener listener = new Listener(actor, page);
    page.onCompletion(() -> forget(listener));
    page.onTimeout(() -> forget(listener));
    page.onError(gone -> forget(listener));
    listener.start();
    offer(listener, SseEmitter.event().reconnectTime(2_000).comment("welcome"));
    if (lastHeard != null) {
      catchUp(listener, lastHeard);
    }
    listeners.add(listener);
    if (closed) {
      listener.dismiss();
    }
    return page;
  }

  synchronized void tell(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      var numbered = memory.remember(event);
      List.copyOf(listeners).forEach(listener -> send(listener, numbered));
    }
  }

  /// Keeps proxies from closing quiet streams, and finds pages that left.
  void keepAlive() {
    List.copyOf(listeners)
        .forEach(listener -> offer(listener, SseEmitter.event().comment("still here")));
  }

  /// Sends all pages away when the server stops, which would wait half a minute for their requests
  /// to end. They come back by themselves when it is there again.
  @EventListener(ContextClosedEvent.class)
  synchronized void sendPagesAway() {
    closed = true;
    List.copyOf(listeners).forEach(Listener::dismiss);
  }

  int listening() {
    return listeners.size();
  }

  private void catchUp(Listener listener, String lastHeard) {
    memory
        .since(lastHeard)
        .ifPresentOrElse(
            missed -> missed.forEach(numbered -> send(listener, numbered)),
            () ->
                offer(
                    listener, SseEmitter.event().id(memory.newestId()).name("resync").data("{}")));
  }

  private void send(Listener listener, EventMemory.Numbered<LiveEvent> numbered) {
    if (numbered.event().isFor(listener.actor())) {
      offer(
          listener,
          SseEmitter.event()
              .id(numbered.id())
              .name(numbered.event().kind())
              .data(numbered.event()));
    }
  }

  private void offer(Listener listener, SseEmitter.SseEventBuilder event) {
    if (!listener.offer(event)) {
      forget(listener);
    }
  }

  private void forget(Listener listener) {
    listeners.remove(listener);
    listener.stop();
  }
}
