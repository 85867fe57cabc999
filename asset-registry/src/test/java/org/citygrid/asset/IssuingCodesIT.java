package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.citygrid.asset.register.CodeIssuer;
import org.citygrid.asset.register.CodesExhausted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningRegister
class IssuingCodesIT {
  private static final ClassCode LAMP = new ClassCode("0137");

  @Autowired CodeIssuer codes;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void no_number_given_yet() {
    jdbc.sql("truncate asset.code_block").update();
  }

  @Test
  void eight_at_once_never_get_the_same_number() throws InterruptedException, ExecutionException {
    List<Integer> given = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(8)) {
      Callable<List<Integer>> taker =
          () -> IntStream.range(0, 40).boxed().flatMap(i -> take(1 + i % 3).stream()).toList();
      for (Future<List<Integer>> done : pool.invokeAll(java.util.Collections.nCopies(8, taker))) {
        given.addAll(done.get());
      }
    }

    assertThat(given).doesNotHaveDuplicates();
    assertThat(given.stream().mapToInt(n -> n).max().orElseThrow()).isEqualTo(given.size());
  }

  @Test
  void a_town_with_blocks_of_its_own_draws_from_them_in_order() {
    jdbc.sql(
            """
            insert into asset.code_block (county, class_code, first_number, last_number, last_issued)
            values ('440605', '0137', 500, 502, 499), ('440605', '0137', 900, 999, 899)
            """)
        .update();

    assertThat(take(5)).containsExactly(500, 501, 502, 900, 901);
  }

  @Test
  void a_county_without_room_says_so() {
    jdbc.sql(
            """
            insert into asset.code_block (county, class_code, first_number, last_number, last_issued)
            values ('440605', '0137', 1, 2, 0)
            """)
        .update();

    assertThatExceptionOfType(CodesExhausted.class)
        .isThrownBy(() -> take(3))
        .withMessageContaining("440605");
    assertThat(take(2)).containsExactly(1, 2);
  }

  private List<Integer> take(int count) {
    return transaction.execute(_ ->
        codes.take("440605", LAMP, count).stream()
            .flatMap(run -> IntStream.range(run.first(), run.first() + run.count()).boxed())
            .toList());
  }
}
