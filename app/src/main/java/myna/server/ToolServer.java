package myna.server;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import myna.watermark.SyntheticNote;
import tools.jackson.databind.json.JsonMapper;

/** A voice for assistants, by the Model Context Protocol over two streams. */
public final class ToolServer implements AutoCloseable {
  private final McpSyncServer server;
  private final Ending ending;

  private ToolServer(McpSyncServer server, Ending ending) {
    this.server = server;
    this.ending = ending;
  }

  /** A tool: takes arguments by name, and gives one text. */
  interface Work {
    /**
     * Does it.
     *
     * @throws ApiError worded for the assistant
     */
    String run(Map<String, Object> arguments) throws ApiError;
  }

  /**
   * Starts to answer what comes.
   *
   * @param out where nothing else may be written to
   */
  public static ToolServer start(SpeechTools tools, InputStream in, OutputStream out) {
    Ending ending = new Ending(in);
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.shared());
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(json, ending, out))
            .serverInfo("myna", SyntheticNote.version())
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .tools(
                tool(
                    "speak",
                    "Speaks a text in a voice of the library into a file, and tells its name.",
                    Map.of(
                        "text", text("What is spoken."),
                        "voice", text("Who speaks; list_voices tells the names."),
                        "file", text("Name of the file, such as hello.mp3 (wav, flac, opus too).")),
                    List.of("text", "file"),
                    tools::speak),
                tool(
                    "list_voices",
                    "Tells the names of the voices.",
                    Map.of(),
                    List.of(),
                    _ -> tools.voices()),
                tool(
                    "narrate_status",
                    "Tells how far the audiobooks in the folder are.",
                    Map.of(),
                    List.of(),
                    _ -> tools.books()))
            .build();
    return new ToolServer(server, ending);
  }

  private static Map<String, Object> text(String description) {
    return Map.of("type", "string", "description", description);
  }

  private static SyncToolSpecification tool(
      String name,
      String description,
      Map<String, Object> properties,
      List<String> required,
      Work work) {
    Map<String, Object> schema =
        Map.of("type", "object", "properties", properties, "required", required);
    Tool tool = Tool.builder(name, schema).description(description).build();
    return new SyncToolSpecification(tool, (_, call) -> result(work, call.arguments()));
  }

  private static CallToolResult result(Work work, Map<String, Object> arguments) {
    try {
      return result(work.run(arguments == null ? Map.of() : arguments), false);
    } catch (ApiError e) {
      return result(e.getMessage(), true);
    }
  }

  private static CallToolResult result(String text, boolean error) {
    return CallToolResult.builder(List.of(TextContent.builder(text).build()))
        .isError(error)
        .build();
  }

  /** Waits until nothing more comes. */
  public void join() throws InterruptedException {
    ending.ended.await();
  }

  @Override
  public void close() {
    server.closeGracefully();
  }

  /** A stream that tells when it is at its end. */
  private static final class Ending extends FilterInputStream {
    final CountDownLatch ended = new CountDownLatch(1);

    Ending(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return noted(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return noted(super.read(bytes, offset, length));
    }

    private int noted(int read) {
      if (read < 0) {
        ended.countDown();
      }
      return read;
    }
  }
}
