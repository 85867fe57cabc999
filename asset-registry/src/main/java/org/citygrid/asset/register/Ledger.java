package org.citygrid.asset.register;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What whoever writes components must do beside: take turns, count touched places again, and tell
/// that the register changed.
@Repository
public class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Waits until no survey is being written, five seconds at most; holds until the transaction
  /// ends.
  ///
  /// @throws org.springframework.dao.TransientDataAccessException while a survey is being written
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn() {
    jdbc.sql("set local lock_timeout = '5s'").update();
    jdbc.sql("select pg_advisory_xact_lock(hashtext('asset.survey'))")
        .query((row, _) -> "")
        .single();
  }

  /// @param places where components stood and stand, as `asset.count_place` names them
  @Transactional(propagation = Propagation.MANDATORY)
  public void countAgain(Collection<String> places) {
    jdbc.sql("select asset.count_again(:places)")
        .param("places", places.toArray(String[]::new))
        .query((row, _) -> "")
        .single();
  }

  /// Raises the register's revision for what touches this card, as it was before and as it is.
  ///
  /// @param formerLocation GeoJSON
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteChange(String code, String formerLocation) {
    jdbc.sql(
            """
            select asset.note_change(
              ST_Collect(ST_SetSRID(ST_GeomFromGeoJSON(:former), 4490), location))
            from asset.component where code = :code
            """)
        .param("code", code)
        .param("former", formerLocation)
        .query(Long.class)
        .single();
  }
}
