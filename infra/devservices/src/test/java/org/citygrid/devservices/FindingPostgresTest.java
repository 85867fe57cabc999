package org.citygrid.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingPostgresTest {

  @ParameterizedTest
  @CsvSource({
    "/usr/lib/postgresql/15/bin,                              15",
    "/usr/pgsql-17/bin,                                       17",
    "/opt/homebrew/opt/postgresql@18/bin,                     18",
    "/Applications/Postgres.app/Contents/Versions/16/bin,     16",
    "/usr/local/bin,                                           0"
  })
  void the_version_is_read_from_the_folder(Path bin, int version) {
    assertThat(new PostgresInstallation(bin).version()).isEqualTo(version);
  }
}
