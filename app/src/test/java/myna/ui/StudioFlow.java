package myna.ui;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a user does in the studio, which is opened on an empty data folder before each test. */
abstract class StudioFlow {
  @TempDir Path home;
  TestStudio studio;

  @BeforeEach
  final void openStudio() {
    studio = TestStudio.open(home);
  }

  @AfterEach
  final void closeStudio() {
    studio.close();
  }
}
