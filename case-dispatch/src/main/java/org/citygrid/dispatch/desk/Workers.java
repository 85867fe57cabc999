package org.citygrid.dispatch.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The workers of departments, and how much each has in hand.
@Component
final class Workers {
  private final Accounts accounts;
  private final JdbcClient jdbc;

  Workers(Accounts accounts, JdbcClient jdbc) {
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /// To whom the reader may give this case: workers of the reader's own department while it has the
  /// case; nobody otherwise.
  List<CaseDetail.WorkerChoice> choices(CaseFile file, Reader reader) {
    var unit = reader.unitOrNone();
    if (file.state() != State.HANDLING
        || !reader.actor().has(Role.DEPARTMENT)
        || !unit.equals(file.standing().unitCode)) {
      return List.of();
    }
    var open = openByWorker(unit);
    return accounts.listAccounts(reader.division()).stream()
        .filter(one -> isWorkerOf(one, unit))
        .map(one ->
            new CaseDetail.WorkerChoice(
                one.userName(), one.displayName(), open.getOrDefault(one.userName(), 0)))
        .toList();
  }

  private static boolean isWorkerOf(Account one, String unit) {
    return one.active() && one.roles().contains(Role.WORKER) && unit.equals(one.unitCode());
  }

  private Map<String, Integer> openByWorker(String unit) {
    var open = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select staff, count(*) from dispatch.city_case
            where unit_code = :unit and state = 'HANDLING' and staff is not null and staff_done_at is null
            group by staff
            """)
        .param("unit", unit)
        .query(row -> {
          open.put(row.getString(1), row.getInt(2));
        });
    return open;
  }
}
