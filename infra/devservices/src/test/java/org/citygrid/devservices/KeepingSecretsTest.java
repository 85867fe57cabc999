package org.citygrid.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingSecretsTest {

  @TempDir private Path folder;

  @Test
  void only_the_owner_may_read_the_file() throws IOException {
    var file = folder.resolve("settings");

    Secrets.write(file, Map.of("password", "first"));
    Secrets.write(file, Map.of("password", "second"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Secrets.read(file)).containsEntry("password", "second");
  }

  @Test
  void random_passwords_need_no_quoting_anywhere() {
    assertThat(Secrets.random()).matches("[0-9a-f]{32}").isNotEqualTo(Secrets.random());
  }

  @Test
  void a_database_does_not_print_its_password() {
    assertThat(new Database("jdbc:postgresql://127.0.0.1/asset", "citygrid", "s3cret"))
        .asString()
        .doesNotContain("s3cret");
  }
}
