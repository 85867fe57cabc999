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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The photos on disk, each under its name: `ab/cd/abcd….jpg`, its thumbnail beside it; what waits
/// to be prepared in `received`, one folder for all, so that photos that arrive together share its
/// sync. When a method returns, what it wrote survives a power cut.
final class PhotoFolder {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  private final Path dir;
  private final Path drafts;
  private final Path received;
  private final SharedSync receivedSync;

  PhotoFolder(Path dir) {
    this.dir = dir.toAbsolutePath();
    this.drafts = this.dir.resolve("drafts");
    this.received = this.dir.resolve("received");
    this.receivedSync = new SharedSync(received);
    try {
      Files.createDirectories(drafts);
      Files.createDirectories(received);
      SharedSync.force(this.dir);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot write photos to " + this.dir, refused);
    }
  }

  void keep(CleanPhoto photo) throws IOException {
    byte[] thumbnail = photo.thumbnail();
    if (thumbnail == null) {
      receive(photo);
    } else {
      keep(photo.id(), photo.image(), thumbnail);
    }
  }

  /// Puts a prepared picture and its thumbnail in place.
  void keep(String id, byte[] image, byte[] thumbnail) throws IOException {
    write(thumbnailOf(id), thumbnail);
    write(imageOf(id), image);
  }

  /// A photo that is here in either form is only marked as fresh.
  private void receive(CleanPhoto photo) throws IOException {
    Path target = receivedOf(photo.id());
    for (Path there : List.of(imageOf(photo.id()), target)) {
      if (Files.isRegularFile(there)) {
        Files.setLastModifiedTime(there, FileTime.from(Instant.now()));
        receivedSync.sync();
        return;
      }
    }
    Files.move(
        draft(photo.image()),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    receivedSync.sync();
  }

  /// @throws java.nio.file.NoSuchFileException when it is gone
  byte[] readReceived(String id) throws IOException {
    return Files.readAllBytes(receivedOf(id));
  }

  void deleteReceived(String id) throws IOException {
    Files.deleteIfExists(receivedOf(id));
  }

  Optional<Path> findReceived(String id) {
    return existing(id, this::receivedOf);
  }

  Optional<Path> findImage(String id) {
    return existing(id, this::imageOf);
  }

  Optional<Path> findThumbnail(String id) {
    return existing(id, this::thumbnailOf);
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(imageOf(id));
    Files.deleteIfExists(thumbnailOf(id));
    deleteReceived(id);
  }

  /// Lists the ids of all images last written before `limit`, in whatever form.
  List<String> listWrittenBefore(Instant limit) throws IOException {
    return list(dir, limit);
  }

  /// Those of them that are kept as they were received.
  List<String> listReceivedBefore(Instant limit) throws IOException {
    return list(received, limit);
  }

  private static List<String> list(Path folder, Instant limit) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> isOlder(file, limit))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.length() == 68 && name.endsWith(".jpg"))
          .map(name -> name.substring(0, 64))
          .distinct()
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

  private static Optional<Path> existing(String id, Function<String, Path> place) {
    return Optional.of(id)
        .filter(given -> ID.matcher(given).matches())
        .map(place)
        .filter(Files::isRegularFile);
  }

  private Path receivedOf(String id) {
    return received.resolve(id + ".jpg");
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
    Path draft = draft(bytes);
    Path parent = target.resolveSibling(".").normalize();
    boolean fresh = Files.notExists(parent);
    Files.createDirectories(parent);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    SharedSync.force(parent);
    if (fresh) {
      SharedSync.force(parent.resolveSibling(".").normalize());
      SharedSync.force(dir);
    }
  }

  /// The bytes on disk, under no name yet that anybody looks for.
  private Path draft(byte[] bytes) throws IOException {
    Path draft = drafts.resolve(UUID.randomUUID().toString());
    try (FileChannel out =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    return draft;
  }
}
