package api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.runtime.Micronaut;
import java.net.URI;
import java.util.List;
import java.util.Map;

@Controller
public class Server {
    public static void main(String[] args) {
        Map<String, Object> common = Map.of(
            "micronaut.server.host", "127.0.0.1",
            "micronaut.server.port", System.getenv("PORT"),
            "micronaut.server.cors.enabled", "true");
        Map<String, Object> declared = Map.of(
            "micronaut.server.cors.configurations.web.allowed-origins", List.of("https://app.example.com", "https://admin.example.com"),
            "micronaut.server.cors.configurations.web.allowed-methods", List.of("GET", "PUT", "DELETE"),
            "micronaut.server.cors.configurations.web.allowed-headers", List.of("content-type", "authorization"),
            "micronaut.server.cors.configurations.web.exposed-headers", List.of("x-total-count"),
            "micronaut.server.cors.configurations.web.allow-credentials", "true",
            "micronaut.server.cors.configurations.web.max-age", "600");
        var all = new java.util.HashMap<>(common);
        if ("declared".equals(System.getenv("INTENT"))) all.putAll(declared);
        Micronaut.build(args).banner(false).mainClass(Server.class).properties(all).start();
    }

    @Get("/items")
    HttpResponse<List<String>> items() {
        return HttpResponse.ok(List.of("carried out")).header("X-Total-Count", "5");
    }

    @Put("/items")
    List<String> change() {
        return List.of("carried out");
    }

    @Delete("/items")
    List<String> remove() {
        return List.of("carried out");
    }

    @Get("/vary")
    HttpResponse<List<String>> vary() {
        return HttpResponse.ok(List.of("carried out")).header("Vary", "Accept-Language");
    }

    @Get("/moved")
    HttpResponse<?> moved() {
        return HttpResponse.redirect(URI.create("/items"));
    }

    @Get("/boom")
    List<String> boom() {
        throw new IllegalStateException("uncaught");
    }
}
