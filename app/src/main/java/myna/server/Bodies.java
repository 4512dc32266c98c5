package myna.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;

/** Reads the bodies of requests; no thread waits for those who send slowly. */
final class Bodies {
  private static final long LONGEST_SECONDS = 60;

  private Bodies() {}

  /** Reads a body. */
  static void read(Request request, int largest, Consumer<byte[]> read, Consumer<ApiError> failed) {
    if (request.getLength() > largest) {
      failed.accept(tooLarge(largest));
      return;
    }
    Scheduler.Task limit =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> request.fail(new TimeoutException("slow body")),
                LONGEST_SECONDS,
                TimeUnit.SECONDS);
    Content.Source.asByteArrayAsync(
        request,
        largest,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            (bytes, failure) -> {
              limit.cancel();
              if (failure == null) {
                read.accept(bytes);
              } else {
                failed.accept(error(failure, largest));
              }
            }));
  }

  private static ApiError error(Throwable failure, int largest) {
    return switch (failure) {
      case IllegalStateException _ -> tooLarge(largest);
      case TimeoutException _ -> ApiError.http(408, "the body came too slowly");
      default -> ApiError.body("the body could not be read to its end");
    };
  }

  private static ApiError tooLarge(int largest) {
    return ApiError.http(413, "the body has more than " + largest + " bytes");
  }

  /** Checks that a body says of itself that it is JSON, which web forms cannot say. */
  static void checkJson(Request request) throws ApiError {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.strip().matches("(?i)application/json\\s*(;.*)?")) {
      throw ApiError.http(415, "the body must be application/json");
    }
  }
}
