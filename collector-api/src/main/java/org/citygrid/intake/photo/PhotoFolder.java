package org.citygrid.intake.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The photos on disk, each under the SHA-256 of its bytes: `ab/cd/abcd….jpg`, its thumbnail beside
/// it. When a method returns, what it wrote survives a power cut.
final class PhotoFolder {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  private final Path dir;
  private final Path drafts;

  PhotoFolder(Path dir) {
    this.dir = dir.toAbsolutePath();
    this.drafts = this.dir.resolve("drafts");
    try {
      Files.createDirectories(drafts);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot write photos to " + this.dir, refused);
    }
  }

  void keep(CleanPhoto photo) throws IOException {
    write(thumbnailOf(photo.id()), photo.thumbnail());
    write(imageOf(photo.id()), photo.image());
  }

  Optional<Path> findImage(String id) {
    return existing(id, false);
  }

  Optional<Path> findThumbnail(String id) {
    return existing(id, true);
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(imageOf(id));
    Files.deleteIfExists(thumbnailOf(id));
  }

  /// Lists the ids of all images last written before `limit`.
  List<String> listWrittenBefore(Instant limit) throws IOException {
    try (Stream<Path> files = Files.walk(dir, 3)) {
      return files
          .filter(file -> isOlder(file, limit))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.length() == 68 && name.endsWith(".jpg"))
          .map(name -> name.substring(0, 64))
          .toList();
    }
  }

  /// Removes drafts that a crash left behind.
  void clearDrafts(Instant limit) throws IOException {
    try (Stream<Path> files = Files.list(drafts)) {
      for (Path draft : files.filter(file -> isOlder(file, limit)).toList()) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static boolean isOlder(Path file, Instant limit) {
    try {
      return Files.isRegularFile(file)
          && Files.getLastModifiedTime(file).compareTo(FileTime.from(limit)) < 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private Optional<Path> existing(String id, boolean thumbnail) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return Optional.of(thumbnail ? thumbnailOf(id) : imageOf(id)).filter(Files::isRegularFile);
  }

  private Path imageOf(String id) {
    return dir.resolve(id.substring(0, 2)).resolve(id.substring(2, 4)).resolve(id + ".jpg");
  }

  private Path thumbnailOf(String id) {
    return imageOf(id).resolveSibling(id + ".thumb.jpg");
  }

  private void write(Path target, byte[] bytes) throws IOException {
    if (Files.exists(target) && Files.size(target) == bytes.length) {
      Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
      return;
    }
    Path draft = drafts.resolve(UUID.randomUUID().toString());
    try (FileChannel out =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Path parent = target.resolveSibling(".").normalize();
    boolean fresh = Files.notExists(parent);
    Files.createDirectories(parent);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(parent);
    if (fresh) {
      sync(parent.resolveSibling(".").normalize());
      sync(dir);
    }
  }

  /// A new name is safe only when its folder is.
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
