package myna.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers one kind of request. */
interface Endpoint {
  /** How many bytes of a body are read; 0 where there is none. */
  default int largestBody() {
    return 0;
  }

  /**
   * Answers, on a thread that may block.
   *
   * @param callback told when everything was sent, unless an error is thrown
   * @param body all of it
   */
  void answer(Request request, Response response, Callback callback, byte[] body) throws ApiError;
}
