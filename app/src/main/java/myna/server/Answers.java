package myna.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Short answers, all of them JSON. */
final class Answers {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String RETRY_SECONDS = "2";

  private Answers() {}

  /** An empty object. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Sends an object. */
  static void json(Response response, Callback callback, int status, ObjectNode object) {
    response.setStatus(status);
    bytes(response, callback, "application/json", object.toString());
  }

  /** Sends a text of a type, in UTF-8. */
  static void bytes(Response response, Callback callback, String type, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }

  /** Sends an error; where something was sent before, the connection is cut instead. */
  static void error(Response response, Callback callback, ApiError error) {
    if (response.isCommitted()) {
      callback.failed(error);
      return;
    }
    response.getHeaders().remove(HttpHeader.TRANSFER_ENCODING);
    if (error.status() == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
    }
    json(response, callback, error.status(), body(error));
  }

  /** An error as an object. */
  static ObjectNode body(ApiError error) {
    ObjectNode object = object();
    object
        .putObject("error")
        .put("message", error.getMessage())
        .put("type", error.type())
        .put("param", error.param())
        .put("code", error.code());
    return object;
  }
}
