import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Set;

public class Server {
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        CorsHandler cors = CorsHandler.create();
        if ("declared".equals(System.getenv("INTENT"))) {
            cors.addOrigins(List.of("https://app.example.com", "https://admin.example.com"))
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE))
                .allowedHeaders(Set.of("content-type", "authorization"))
                .exposedHeaders(Set.of("x-total-count"))
                .allowCredentials(true)
                .maxAgeSeconds(600);
        }
        router.route().handler(cors);
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE)) {
            router.route(method, "/items").handler(context ->
                context.response().putHeader("X-Total-Count", "5").end("[\"carried out\"]"));
        }
        router.get("/vary").handler(context ->
            context.response().putHeader("Vary", "Accept-Language").end("[\"carried out\"]"));
        router.get("/moved").handler(context -> context.redirect("/items"));
        router.get("/boom").handler(context -> {
            throw new IllegalStateException("uncaught");
        });
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(System.getenv("PORT"))))
            .requestHandler(router)
            .listen();
    }
}
