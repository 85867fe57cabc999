package org.citygrid.ui.live;

import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.role.OnRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@OnRole("web")
class LiveController {
  private final LiveStream stream;

  LiveController(LiveStream stream) {
    this.stream = stream;
  }

  @GetMapping("/api/live")
  ResponseEntity<SseEmitter> open(
      Actor actor,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .body(stream.open(actor, lastHeard));
  }
}
