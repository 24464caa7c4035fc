import io.javalin.Javalin;
import java.util.List;

public class Server {
    public static void main(String[] args) {
        Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
                if ("declared".equals(System.getenv("INTENT"))) {
                    rule.allowHost("https://app.example.com", "https://admin.example.com");
                    rule.allowCredentials = true;
                    rule.exposeHeader("x-total-count");
                    rule.maxAge = 600;
                } else rule.anyHost();
            }));
            config.routes.get("/items", context -> context.header("X-Total-Count", "5").json(List.of("carried out")));
            config.routes.put("/items", context -> context.json(List.of("carried out")));
            config.routes.delete("/items", context -> context.json(List.of("carried out")));
            config.routes.get("/vary", context -> context.header("Vary", "Accept-Language").json(List.of("carried out")));
            config.routes.get("/moved", context -> context.redirect("/items"));
            config.routes.get("/boom", context -> {
                throw new IllegalStateException("uncaught");
            });
        }).start("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
    }
}
