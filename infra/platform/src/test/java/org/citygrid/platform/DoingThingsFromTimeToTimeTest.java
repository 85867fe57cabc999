package org.citygrid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DoingThingsFromTimeToTimeTest {
  @Test
  void what_takes_long_holds_nothing_else_up() throws InterruptedException {
    var scheduler = new PlatformConfiguration().taskScheduler();
    scheduler.initialize();
    try {
      var ended = new CountDownLatch(1);
      var heartbeats = new CountDownLatch(3);
      scheduler.scheduleWithFixedDelay(() -> await(ended), Duration.ofMillis(1));
      scheduler.scheduleWithFixedDelay(heartbeats::countDown, Duration.ofMillis(1));

      assertThat(heartbeats.await(10, TimeUnit.SECONDS)).isTrue();
      ended.countDown();
    } finally {
      scheduler.shutdown();
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
