package org.citygrid.intake.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citygrid.intake.photo.CleanPhoto;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.problem.Violations;

/// The photos of one request: those that came along are cleaned, those sent ahead must be known.
public final class Attachments {
  private final Photos photos;

  public Attachments(Photos photos) {
    this.photos = photos;
  }

  /// @param photoIds of photos sent ahead
  /// @return the pictures that came along and are good; nothing is stored yet
  public List<CleanPhoto> clean(
      List<Incoming.Upload> files, List<String> photoIds, Violations violations) {
    List<CleanPhoto> pictures = new ArrayList<>();
    if (files.size() + photoIds.size() <= RequestReader.MAX_PHOTOS) {
      files.forEach(file ->
          photos
              .clean(file.file(), file.hash(), file.field(), violations)
              .ifPresent(pictures::add));
    }
    Set<String> unknown = new HashSet<>(photoIds);
    unknown.removeAll(photos.findKnown(photoIds));
    for (int at = 0; at < photoIds.size(); at++) {
      violations.require(
          !unknown.contains(photoIds.get(at)), "photoIds[" + at + "]", "is not a known photo");
    }
    return pictures;
  }

  /// Too many, or one twice.
  public static void count(int files, List<String> photoIds, Violations violations) {
    int count = photoIds.size() + files;
    violations.require(
        count <= RequestReader.MAX_PHOTOS,
        "photos",
        "are %d, more than %d".formatted(count, RequestReader.MAX_PHOTOS));
    violations.require(
        new HashSet<>(photoIds).size() == photoIds.size(), "photoIds", "names a photo twice");
  }

  /// All of them, the ones sent ahead first.
  public static List<String> all(List<String> photoIds, List<CleanPhoto> pictures) {
    List<String> all = new ArrayList<>(photoIds);
    pictures.stream().map(CleanPhoto::id).filter(p -> !all.contains(p)).forEach(all::add);
    return List.copyOf(all);
  }
}
