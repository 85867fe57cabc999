package org.citygrid.asset.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citygrid.asset.ClassCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives out the numbers of new component codes, each once. Callers that want numbers of the same
/// county and class wait for each other until the giver's transaction ends; what is rolled back was
/// never seen, and may be given again.
@Repository
public class CodeIssuer {
  private final JdbcClient jdbc;

  CodeIssuer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Numbers `first`, `first + 1` … within one block.
  public record Run(int first, int count) {}

  /// Takes `count` numbers, from as many blocks as it needs.
  ///
  /// @throws CodesExhausted when the county's blocks of this class have no room for them
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Run> take(String county, ClassCode classCode, int count) {
    openBlock(county, classCode);
    List<Run> runs = new ArrayList<>();
    int missing = count;
    while (missing > 0) {
      Run run =
          takeFromFirstBlock(county, classCode, missing)
              .orElseThrow(() -> new CodesExhausted(county, classCode));
      runs.add(run);
      missing -= run.count();
    }
    return runs;
  }

  /// A county that named no block for a class gives all its numbers.
  private void openBlock(String county, ClassCode classCode) {
    jdbc.sql(
            """
            insert into asset.code_block (county, class_code, first_number, last_number, last_issued)
            select :county, :classCode, 1, 999999, 0
            where not exists (
              select from asset.code_block where county = :county and class_code = :classCode)
            on conflict do nothing
            """)
        .param("county", county)
        .param("classCode", classCode.value())
        .update();
  }

  /// Whoever waited here for another's transaction may find its block full meanwhile; it asks
  /// again.
  private Optional<Run> takeFromFirstBlock(String county, ClassCode classCode, int wanted) {
    while (hasRoom(county, classCode)) {
      Optional<Run> run = tryFirstBlock(county, classCode, wanted);
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  private boolean hasRoom(String county, ClassCode classCode) {
    return jdbc.sql(
            """
            select exists (
              select from asset.code_block
              where county = :county and class_code = :classCode and last_issued < last_number)
            """)
        .param("county", county)
        .param("classCode", classCode.value())
        .query(Boolean.class)
        .single();
  }

  private Optional<Run> tryFirstBlock(String county, ClassCode classCode, int wanted) {
    return jdbc.sql(
            """
            with block as (
              select county, class_code, first_number, last_issued as before,
                least(last_number - last_issued, :wanted) as given
              from asset.code_block
              where county = :county and class_code = :classCode and last_issued < last_number
              order by first_number
              limit 1
              for update
            )
            update asset.code_block b set last_issued = block.before + block.given
            from block
            where (b.county, b.class_code, b.first_number)
              = (block.county, block.class_code, block.first_number)
            returning block.before + 1 as first, block.given as count
            """)
        .param("county", county)
        .param("classCode", classCode.value())
        .param("wanted", wanted)
        .query((row, _) -> new Run(row.getInt("first"), row.getInt("count")))
        .optional();
  }
}
