package org.citygrid.intake.photo;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Photos of those who are signed in: sent ahead of what will name them, and looked at.
@RestController
final class PhotoController {
  private final Photos photos;
  private final PhotoAnswer answer;

  PhotoController(Photos photos, PhotoAnswer answer) {
    this.photos = photos;
    this.answer = answer;
  }

  record Kept(String photoId, int width, int height, @Nullable Instant takenAt, int bytes) {}

  @PostMapping(path = "/api/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Kept> keep(@RequestPart("photo") MultipartFile photo, Actor actor)
      throws IOException {
    Violations violations = new Violations();
    byte[] file = photo.getBytes();
    Optional<CleanPhoto> clean = photos.clean(file, PhotoCleaner.sha256(file), "photo", violations);
    violations.throwIfAny();
    CleanPhoto kept = clean.orElseThrow();
    photos.keep(List.of(kept), actor.userName());
    return ResponseEntity.created(URI.create("/api/photos/" + kept.id()))
        .body(
            new Kept(kept.id(), kept.width(), kept.height(), kept.takenAt(), kept.image().length));
  }

  @GetMapping("/api/photos/{id}")
  ResponseEntity<Resource> show(
      @PathVariable("id") String id,
      @RequestParam(name = "size", defaultValue = "full") String size,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    return answer.of(id, size, accept);
  }
}
