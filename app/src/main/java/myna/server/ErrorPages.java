package myna.server;

import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is answered to requests that are no HTTP, and where something here breaks. */
final class ErrorPages extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answers.error(response, callback, error(response.getStatus()));
    return true;
  }

  private static ApiError error(int status) {
    return ApiError.http(status, HttpStatus.getMessage(status).toLowerCase(Locale.ROOT));
  }
}
