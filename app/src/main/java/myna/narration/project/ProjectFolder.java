package myna.narration.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in a project's folder. */
record ProjectFolder(Path root) {
  Path database() {
    return root.resolve("project.db");
  }

  Path writeAheadLog() {
    return root.resolve("project.db-wal");
  }

  Path lock() {
    return root.resolve("project.lock");
  }

  Path takes() {
    return root.resolve("takes");
  }

  Path cover(String extension) {
    return root.resolve("cover" + extension);
  }

  boolean isProject() {
    return Files.isRegularFile(database());
  }
}
