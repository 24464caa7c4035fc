import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

public class Server {
    public static void main(String[] args) throws Exception {
        var address = new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
        var server = new org.eclipse.jetty.server.Server(address);
        var cors = new CrossOriginHandler();
        if ("declared".equals(System.getenv("INTENT"))) {
            cors.setAllowedOriginPatterns(Set.of("https://app\\.example\\.com", "https://admin\\.example\\.com"));
            cors.setAllowedMethods(Set.of("GET", "PUT", "DELETE"));
            cors.setAllowedHeaders(Set.of("content-type", "authorization"));
            cors.setExposedHeaders(Set.of("x-total-count"));
            cors.setAllowCredentials(true);
            cors.setPreflightMaxAge(Duration.ofSeconds(600));
        }
        cors.setHandler(new Api());
        server.setHandler(cors);
        server.start();
        server.join();
    }

    static class Api extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            String method = request.getMethod();
            boolean isRead = method.equals("GET") || method.equals("HEAD");
            if (path.equals("/boom")) throw new IllegalStateException("uncaught");
            if (path.equals("/moved")) {
                Response.sendRedirect(request, response, callback, "/items");
                return true;
            }
            if (path.equals("/vary")) response.getHeaders().put(HttpHeader.VARY, "Accept-Language");
            else if (!path.equals("/items")) return false;
            else if (isRead) response.getHeaders().put("X-Total-Count", "5");
            else if (!method.equals("PUT") && !method.equals("DELETE")) {
                Response.writeError(request, response, callback, 405);
                return true;
            }
            Content.Sink.write(response, true, "[\"carried out\"]", callback);
            return true;
        }
    }
}
