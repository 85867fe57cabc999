package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The account PostgreSQL runs under: our own, or an unprivileged one when we are root, whom it
/// refuses.
///
/// @param name of the unprivileged account; empty for our own
record ServerUser(Optional<String> name) {

  static ServerUser current() {
    if (!System.getProperty("user.name").equals("root")) {
      return new ServerUser(Optional.empty());
    }
    return new ServerUser(
        Optional.of(
            List.of("postgres", "nobody").stream()
                .filter(ServerUser::exists)
                .findFirst()
                .orElseThrow(() ->
                    new ServiceFailure(
                        "PostgreSQL refuses root, and there is no account postgres or nobody"))));
  }

  /// The command, run as this user.
  List<String> command(List<String> command) {
    var whole = new ArrayList<String>();
    name.ifPresent(user ->
        whole.addAll(
            Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? List.of(
                    "setpriv",
                    "--reuid=" + user,
                    "--regid=" + groupOf(user),
                    "--clear-groups",
                    "--")
                : List.of("runuser", "-u", user, "--")));
    whole.addAll(command);
    return whole;
  }

  void own(Path path) throws IOException {
    if (name.isPresent()) {
      Files.setOwner(path, principal(name.get()));
    }
  }

  /// Whether this user can come as far as the folder: every folder above it must let others
  /// through.
  boolean reaches(Path folder) throws IOException {
    if (name.isEmpty()) {
      return true;
    }
    for (var f = folder.toRealPath().getParent(); f != null; f = f.getParent()) {
      if (!Files.getPosixFilePermissions(f).contains(PosixFilePermission.OTHERS_EXECUTE)
          && !Files.getOwner(f).getName().equals(name.get())) {
        return false;
      }
    }
    return true;
  }

  private static String groupOf(String user) {
    return Processes.run(List.of("id", "-g", user), java.time.Duration.ofSeconds(10)).strip();
  }

  private static boolean exists(String user) {
    try {
      principal(user);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static UserPrincipal principal(String user) throws IOException {
    return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
  }
}
