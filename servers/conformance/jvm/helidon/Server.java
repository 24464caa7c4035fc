import io.helidon.webserver.Routing;
import io.helidon.webserver.ServerResponse;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.cors.CorsSupport;
import io.helidon.webserver.cors.CrossOriginConfig;

public class Server {
    static void answer(ServerResponse response, String name, String value) {
        response.addHeader(name, value).send("[\"carried out\"]");
    }

    public static void main(String[] args) {
        var cors = "declared".equals(System.getenv("INTENT"))
            ? CorsSupport.builder().addCrossOrigin(CrossOriginConfig.builder()
                .allowOrigins("https://app.example.com", "https://admin.example.com")
                .allowMethods("GET", "PUT", "DELETE")
                .allowHeaders("content-type", "authorization")
                .exposeHeaders("x-total-count")
                .allowCredentials(true)
                .maxAgeSeconds(600)
                .build()).build()
            : CorsSupport.create();
        var routing = Routing.builder()
            .register(cors)
            .get("/items", (request, response) -> answer(response, "X-Total-Count", "5"))
            .head("/items", (request, response) -> answer(response, "X-Total-Count", "5"))
            .put("/items", (request, response) -> answer(response, "X-Total-Count", "5"))
            .delete("/items", (request, response) -> answer(response, "X-Total-Count", "5"))
            .get("/vary", (request, response) -> answer(response, "Vary", "Accept-Language"))
            .get("/moved", (request, response) -> response.status(302).addHeader("Location", "/items").send())
            .get("/boom", (request, response) -> {
                throw new IllegalStateException("uncaught");
            });
        WebServer.builder(routing.build())
            .bindAddress("127.0.0.1")
            .port(Integer.parseInt(System.getenv("PORT")))
            .build()
            .start();
    }
}
