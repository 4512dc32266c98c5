package myna.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.server.ServerSettings;
import myna.server.Speakers;
import myna.text.TextSettings;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeEngine;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerModelTest {
  @TempDir private Path folder;
  private final List<Notice> notices = new ArrayList<>();

  private ServerModel model(int port) {
    VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
    return new ServerModel(
        FakeEngine::new,
        pack -> new Speakers(pack, library, Optional.empty(), () -> TextSettings.DEFAULT, 1),
        ServerSettings.LOCAL.withPort(port),
        Jobs.sameThread(),
        notices::add);
  }

  private static int health(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void isOffUntilItIsSwitchedOn() throws Exception {
    try (ServerModel model = model(0)) {
      assertThat(model.addressProperty().get()).isEmpty();
      model.start();
      String address = model.addressProperty().get();
      assertThat(health(address)).isEqualTo(200);
      model.stop();
      assertThat(model.addressProperty().get()).isEmpty();
      assertThat(model.usersProperty().get()).isEmpty();
      assertThat(model.busyProperty().get()).isFalse();
      assertThat(notices).isEmpty();
    }
  }

  @Test
  void aPortInUseIsTold() {
    try (ServerModel first = model(0)) {
      first.start();
      int port = URI.create(first.addressProperty().get()).getPort();
      try (ServerModel second = model(port)) {
        second.start();
        assertThat(second.addressProperty().get()).isEmpty();
        assertThat(notices)
            .singleElement()
            .satisfies(notice -> assertThat(notice.key()).isEqualTo("failure.server.IN_USE"));
      }
    }
  }
}
