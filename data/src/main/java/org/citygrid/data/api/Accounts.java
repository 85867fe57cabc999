package org.citygrid.data.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts of a demonstration: a file of lines `name password`, readable by its owner only.
/// `CITYGRID_DEMO_PASSWORD` and `CITYGRID_ADMIN_PASSWORD` go before it.
public final class Accounts {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Path file;
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  private Accounts(Path file) {
    this.file = file;
  }

  /// A file that is not there yet is an empty one.
  public static Accounts read(Path file) throws IOException {
    var accounts = new Accounts(file);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length == 3 && words[0].equals("#")) {
          accounts.notes.put(words[1], words[2]);
        } else if (words.length >= 2 && !line.startsWith("#")) {
          accounts.passwords.put(words[0], words[1]);
        }
      }
    }
    return accounts;
  }

  /// @throws IllegalStateException if neither the file nor the environment has it
  public String password(String userName) {
    return find(userName)
        .orElseThrow(() ->
            new IllegalStateException(
                "no password for "
                    + userName
                    + " in "
                    + file
                    + ", nor in CITYGRID_"
                    + (userName.equals("admin") ? "ADMIN" : "DEMO")
                    + "_PASSWORD"));
  }

  /// The password that all demonstration accounts share: as it was, as set, or drawn by lot.
  public String shared() {
    return find("collector01").orElseGet(Accounts::draw);
  }

  public Optional<String> find(String userName) {
    String fromFile = passwords.get(userName);
    if (fromFile != null) {
      return Optional.of(fromFile);
    }
    @Nullable String own =
        System.getenv(
            userName.equals("admin") ? "CITYGRID_ADMIN_PASSWORD" : "CITYGRID_DEMO_PASSWORD");
    return Optional.ofNullable(own == null ? System.getenv("CITYGRID_DEMO_PASSWORD") : own)
        .filter(password -> !password.isBlank());
  }

  public void put(String userName, String password) {
    passwords.put(userName, password);
  }

  /// What an earlier run wrote down for a later one; a line `# name words` of the file.
  public Optional<String> findNote(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  public void note(String name, String words) {
    notes.put(name, words);
  }

  /// Writes the file anew, mode 600.
  public void write() throws IOException {
    List<String> lines = new ArrayList<>();
    notes.forEach((name, words) -> lines.add("# " + name + " " + words));
    passwords.forEach((name, password) -> lines.add(name + " " + password));
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, lines);
  }

  private static String draw() {
    var random = new SecureRandom();
    var word = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
