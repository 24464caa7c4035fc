import io.undertow.Undertow;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.plugins.interceptors.CorsFilter;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

public class Server {
    @Path("/")
    @Produces("application/json")
    public static class Api {
        static Response answer(String name, String value) {
            return Response.ok("[\"carried out\"]").header(name, value).build();
        }

        @GET
        @Path("items")
        public Response items() {
            return answer("X-Total-Count", "5");
        }

        @PUT
        @Path("items")
        public Response change() {
            return items();
        }

        @DELETE
        @Path("items")
        public Response remove() {
            return items();
        }

        @GET
        @Path("vary")
        public Response vary() {
            return answer("Vary", "Accept-Language");
        }

        @GET
        @Path("moved")
        public Response moved() {
            return Response.status(302).location(URI.create("/items")).build();
        }

        @GET
        @Path("boom")
        public Response boom() {
            throw new IllegalStateException("uncaught");
        }
    }

    public static class Whole extends Application {
        @Override
        public Set<Object> getSingletons() {
            CorsFilter cors = new CorsFilter();
            cors.getAllowedOrigins().addAll(List.of("https://app.example.com", "https://admin.example.com"));
            cors.setAllowedMethods("GET, PUT, DELETE");
            cors.setAllowedHeaders("content-type, authorization");
            cors.setExposedHeaders("x-total-count");
            cors.setAllowCredentials(true);
            cors.setCorsMaxAge(600);
            return Set.of(new Api(), cors);
        }
    }

    public static void main(String[] args) {
        var server = new UndertowJaxrsServer();
        server.deploy(new Whole(), "/");
        server.start(Undertow.builder().addHttpListener(Integer.parseInt(System.getenv("PORT")), "127.0.0.1"));
    }
}
