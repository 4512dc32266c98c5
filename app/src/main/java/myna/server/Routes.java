package myna.server;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a request, by its path as it is written and its method. */
final class Routes extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Map<String, Map<String, Endpoint>> table;

  /**
   * Routes.
   *
   * @param table endpoints by path and method
   */
  Routes(Map<String, Map<String, Endpoint>> table) {
    this.table = table;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    request.addIdleTimeoutListener(_ -> false); // who waits for a turn is not idle
    try {
      Endpoint endpoint = find(request, response);
      Bodies.read(
          request,
          endpoint.largestBody(),
          body -> answer(endpoint, request, response, callback, body),
          error -> Answers.error(response, callback, error));
    } catch (ApiError e) {
      Answers.error(response, callback, e);
    }
    return true;
  }

  private Endpoint find(Request request, Response response) throws ApiError {
    Map<String, Endpoint> methods = table.get(request.getHttpURI().getPath());
    if (methods == null) {
      throw ApiError.http(404, "there is no such path; the page at / says what there is");
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Endpoint endpoint = methods.get(method);
    if (endpoint == null) {
      response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods.keySet()));
      throw ApiError.http(405, "that path knows " + String.join(", ", methods.keySet()));
    }
    return endpoint;
  }

  private static void answer(
      Endpoint endpoint, Request request, Response response, Callback callback, byte[] body) {
    try {
      endpoint.answer(request, response, callback, body);
    } catch (ApiError e) {
      Answers.error(response, callback, e);
    } catch (RuntimeException e) {
      LOG.warn("a request could not be answered", e);
      Answers.error(response, callback, ApiError.broken("this should not have happened"));
    }
  }
}
