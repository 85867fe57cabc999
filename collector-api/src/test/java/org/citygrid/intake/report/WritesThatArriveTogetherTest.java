package org.citygrid.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WritesThatArriveTogetherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void share_a_commit_and_each_gets_its_own_answer() throws Exception {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch firstIsBusy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (var commits =
            new GroupCommit<Integer, String>(
                items -> {
                  sizes.add(items.size());
                  firstIsBusy.countDown();
                  await(go);
                  return items.stream().map(item -> "answer " + item).toList();
                },
                _ -> true,
                1,
                200,
                PATIENCE);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      answers.add(callers.submit(() -> commits.write(0)));
      firstIsBusy.await();
      CountDownLatch started = new CountDownLatch(50);
      for (int n = 1; n <= 50; n++) {
        int item = n;
        answers.add(
            callers.submit(() -> {
              started.countDown();
              return commits.write(item);
            }));
      }
      started.await();
      go.countDown();

      for (int n = 0; n <= 50; n++) {
        assertThat(answers.get(n).get()).isEqualTo("answer " + n);
      }
      assertThat(sizes.getFirst()).isEqualTo(1);
      assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(51);
      assertThat(sizes.size()).isLessThan(51);
    }
  }

  @Test
  void are_written_one_by_one_when_one_of_them_is_bad() throws Exception {
    CountDownLatch firstIsBusy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (var commits =
            new GroupCommit<Integer, Integer>(
                items -> {
                  firstIsBusy.countDown();
                  await(go);
                  if (items.contains(13)) {
                    throw new IllegalArgumentException("13 is bad");
                  }
                  return items;
                },
                failure -> !(failure instanceof IllegalArgumentException),
                1,
                200,
                PATIENCE);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> commits.write(0));
      firstIsBusy.await();
      List<Future<Integer>> answers = new ArrayList<>();
      for (int n = 10; n < 20; n++) {
        int item = n;
        answers.add(callers.submit(() -> commits.write(item)));
      }
      go.countDown();

      for (int n = 10; n < 20; n++) {
        Future<Integer> answer = answers.get(n - 10);
        if (n == 13) {
          assertThatThrownBy(answer::get).hasRootCauseMessage("13 is bad");
        } else {
          assertThat(answer.get()).isEqualTo(n);
        }
      }
    }
  }

  @Test
  void are_given_up_after_a_while_so_that_nobody_waits_for_ever() {
    CountDownLatch never = new CountDownLatch(1);
    try (var commits =
        new GroupCommit<Integer, Integer>(
            items -> {
              await(never);
              return items;
            },
            _ -> true,
            1,
            200,
            Duration.ofMillis(50))) {
      assertThatThrownBy(() -> commits.write(1)).isInstanceOf(GroupCommit.Overloaded.class);
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
