package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import org.citygrid.intake.photo.Photos.Shown.Damaged;
import org.citygrid.intake.photo.Photos.Shown.Picture;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How a photo goes out: as a picture and nothing else, kept only by the browser that asked.
public final class PhotoAnswer {
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable();
  private static final CacheControl FOR_NOW = CacheControl.noCache().cachePrivate();

  private static final byte[] DAMAGED =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" width="320" height="240">
      <rect width="320" height="240" fill="#e7e9ec"/>
      <path d="M96 84h128v88H96zm0 66 40-36 24 22m14-34-20 34 34 22" fill="none" stroke="#5b6470" stroke-width="5"/>
      <text x="160" y="206" fill="#3a424d" font-family="sans-serif" font-size="20" text-anchor="middle">照片已损坏 Damaged</text>
      </svg>
      """
          .getBytes(UTF_8);

  private final Photos photos;

  PhotoAnswer(Photos photos) {
    this.photos = photos;
  }

  /// A photo that waits to be prepared goes out as it was received, without the camera's notes, in
  /// either size; browsers turn it upright.
  ///
  /// @param size `thumb` for the small one
  /// @param accept what the asker takes; a page that shows pictures is told of damage by a picture
  /// @throws org.citygrid.platform.problem.ProblemException 404 when there is no such photo, 410
  ///   when it turned out to be damaged
  public ResponseEntity<Resource> of(String id, String size, @Nullable String accept) {
    return switch (photos
        .find(id, size.equals("thumb"))
        .orElseThrow(() -> Problem.notFound().asException())) {
      case Picture(Path file, boolean prepared) -> picture(file, prepared, id, size);
      case Damaged() -> damaged(accept);
    };
  }

  private static ResponseEntity<Resource> picture(
      Path file, boolean prepared, String id, String size) {
    return shut(ResponseEntity.ok())
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(prepared ? FOR_GOOD : FOR_NOW)
        .eTag("\"" + id + size + (prepared ? "\"" : "-received\""))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id.substring(0, 12) + ".jpg\"")
        .body(new FileSystemResource(file));
  }

  private static ResponseEntity<Resource> damaged(@Nullable String accept) {
    if (accept == null || !accept.startsWith("image/")) {
      throw Problem.of(
              "photo-damaged", HttpStatus.GONE, "This photo is damaged and cannot be shown.")
          .asException();
    }
    return shut(ResponseEntity.status(HttpStatus.GONE))
        .contentType(MediaType.valueOf("image/svg+xml"))
        .cacheControl(FOR_NOW)
        .body(new ByteArrayResource(DAMAGED));
  }

  private static ResponseEntity.BodyBuilder shut(ResponseEntity.BodyBuilder answer) {
    return answer
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
