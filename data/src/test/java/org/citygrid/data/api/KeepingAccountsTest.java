package org.citygrid.data.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingAccountsTest {

  @TempDir private Path folder;

  @Test
  void what_was_written_is_read_again_and_only_its_owner_may_read_it() throws IOException {
    Path file = folder.resolve("sub/accounts.txt");
    var accounts = Accounts.read(file);
    accounts.put("collector01", "secret-word");
    accounts.write();

    assertThat(Accounts.read(file).password("collector01")).isEqualTo("secret-word");
    assertThat(Accounts.read(file).shared()).isEqualTo("secret-word");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void an_unknown_account_says_where_it_was_looked_for() throws IOException {
    var accounts = Accounts.read(folder.resolve("none.txt"));

    assertThatThrownBy(() -> accounts.password("nobody")).hasMessageContaining("none.txt");
  }
}
