package org.citygrid.intake.photo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.citygrid.platform.problem.Problem;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How a photo goes out: as a picture and nothing else, kept only by the browser that asked.
public final class PhotoAnswer {
  private final Photos photos;

  PhotoAnswer(Photos photos) {
    this.photos = photos;
  }

  /// @param size `thumb` for the small one
  /// @throws org.citygrid.platform.problem.ProblemException 404 when there is no such photo
  public ResponseEntity<Resource> of(String id, String size) {
    Optional<Path> file = size.equals("thumb") ? photos.findThumbnail(id) : photos.findImage(id);
    Path found = file.orElseThrow(() -> Problem.notFound().asException());
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
        .eTag("\"" + id + size + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id.substring(0, 12) + ".jpg\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(new FileSystemResource(found));
  }
}
