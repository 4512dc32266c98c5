package myna.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in whom the settings let in. Without a token, a name in Host that is not this machine's own
 * means that somebody's DNS points here; an Origin means that a web page asks.
 */
final class Gate extends Handler.Wrapper {
  private static final Pattern NUMBERS =
      Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]|[0-9a-fA-F:]+");
  private static final String BEARER = "Bearer ";

  private final ServerSettings settings;

  Gate(ServerSettings settings, Handler behind) {
    super(behind);
    this.settings = settings;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    protect(response);
    try {
      checkHost(request);
      String origin = request.getHeaders().get(HttpHeader.ORIGIN);
      if (origin == null) {
        checkNoPage(request);
      } else {
        checkOrigin(origin, request);
        share(origin, response);
        if (request.getMethod().equals("OPTIONS")) {
          response.setStatus(204);
          callback.succeeded();
          return true;
        }
      }
      checkToken(request);
    } catch (ApiError e) {
      Answers.error(response, callback, e);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static void protect(Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", Page.POLICY);
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private void checkHost(Request request) throws ApiError {
    List<String> named = request.getHeaders().getValuesList(HttpHeader.HOST);
    String host = Request.getServerName(request);
    boolean known = settings.token().isPresent() || (host != null && isHere(host));
    if (named.size() > 1 || !known) {
      throw ApiError.http(403, "this server answers to this machine's own names alone");
    }
  }

  private boolean isHere(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return NUMBERS.matcher(name).matches()
        || name.equals("localhost")
        || name.equals(settings.address().toLowerCase(Locale.ROOT));
  }

  /**
   * Browsers say of requests without an origin, such as those of pictures, where they come from.
   */
  private static void checkNoPage(Request request) throws ApiError {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    boolean opened = "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
    boolean own = site == null || site.equals("none") || site.equals("same-origin");
    if (!own && !(opened && request.getHttpURI().getPath().equals("/"))) {
      throw strange();
    }
  }

  private void checkOrigin(String origin, Request request) throws ApiError {
    if (!settings.origins().contains(origin) && !isOwn(origin, request)) {
      throw strange();
    }
  }

  private static boolean isOwn(String origin, Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    return host != null && origin.equalsIgnoreCase("http://" + host);
  }

  private static ApiError strange() {
    return ApiError.http(403, "web pages may not use this server unless --allow-origin names them");
  }

  private static void share(String origin, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Access-Control-Allow-Methods", "GET, POST");
    headers.put("Access-Control-Allow-Headers", "authorization, content-type");
    headers.put("Access-Control-Allow-Private-Network", "true");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put(HttpHeader.VARY, "Origin");
  }

  private void checkToken(Request request) throws ApiError {
    if (settings.token().isEmpty() || Page.PATHS.contains(request.getHttpURI().getPath())) {
      return;
    }
    String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    byte[] wanted = (BEARER + settings.token().get()).getBytes(StandardCharsets.UTF_8);
    if (given == null || !MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
      throw ApiError.http(401, "this server asks for its token");
    }
  }
}
