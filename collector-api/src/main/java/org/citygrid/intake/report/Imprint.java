package org.citygrid.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.PhotoCleaner;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// By what a request is known again when it is sent a second time: the key its device made, and a
/// hash of what was sent and by whom.
public final class Imprint {
  private final JsonMapper canonical;

  public Imprint(JsonMapper json) {
    this.canonical = json.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
  }

  /// The sender's key, or a new one where there is none.
  public UUID key(@Nullable String key, Violations violations) {
    UUID id = key == null ? UUID.randomUUID() : JsonForm.findUuid(key.strip());
    violations.require(id != null, RequestReader.KEY, "must be a UUID");
    return id == null ? UUID.randomUUID() : id;
  }

  /// Of what was sent, whatever the order of its fields, and by whom.
  public String hash(JsonNode content, List<Incoming.Upload> files, @Nullable Actor actor) {
    StringBuilder all = new StringBuilder(canonical.writeValueAsString(content));
    files.forEach(file -> all.append('\n').append(file.hash()));
    all.append('\n').append(actor == null ? "" : actor.userName());
    return PhotoCleaner.sha256(all.toString().getBytes(UTF_8));
  }
}
