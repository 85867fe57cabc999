package org.citygrid.ui.live;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page with a queue and a thread of its own, so that a slow phone delays nobody else.
final class Listener {
  private static final int PATIENCE = 10_000;

  private final Actor actor;
  private final SseEmitter page;
  private final BlockingQueue<SseEmitter.SseEventBuilder> waiting =
      new LinkedBlockingQueue<>(PATIENCE);
  private volatile @Nullable Thread writer;

  Listener(Actor actor, SseEmitter page) {
    this.actor = actor;
    this.page = page;
  }

  Actor actor() {
    return actor;
  }

  void start() {
    Thread thread = Thread.ofVirtual().name("live-page").unstarted(this::write);
    writer = thread;
    thread.start();
  }

  /// @return false when the page is so far behind that it had better come back and read anew
  boolean offer(SseEmitter.SseEventBuilder event) {
    return waiting.offer(event);
  }

  void stop() {
    Thread writing = writer;
    writer = null;
    if (writing != null && writing != Thread.currentThread()) {
      writing.interrupt();
    }
  }

  /// Ends the page's request.
  void dismiss() {
    stop();
    page.complete();
  }

  private void write() {
    try {
      while (writer == Thread.currentThread()) {
        page.send(waiting.take());
      }
      page.complete();
    } catch (InterruptedException | IOException | IllegalStateException gone) {
      // The page left; it comes back by itself with the id of what it heard last.
      page.complete();
    }
  }
}
