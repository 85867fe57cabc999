package org.citygrid.dispatch.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page in docs/ is the table, word for word.
class WorkflowPageTest {

  private static final Path PAGE = Path.of("..", "docs", "workflow.md");

  @Test
  void the_page_says_what_the_table_says() throws IOException {
    if (Boolean.getBoolean("workflow.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, WorkflowPage.render());
    }

    assertThat(Files.readString(PAGE)).isEqualTo(WorkflowPage.render());
  }
}
