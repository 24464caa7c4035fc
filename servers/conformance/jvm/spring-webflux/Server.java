package api;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

@SpringBootApplication
@RestController
public class Server implements WebFluxConfigurer {
    public static void main(String[] args) {
        SpringApplication.run(Server.class, args);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        if (!"declared".equals(System.getenv("INTENT"))) {
            registry.addMapping("/**");
            return;
        }
        registry.addMapping("/**")
            .allowedOrigins("https://app.example.com", "https://admin.example.com")
            .allowedMethods("GET", "PUT", "DELETE")
            .allowedHeaders("content-type", "authorization")
            .exposedHeaders("x-total-count")
            .allowCredentials(true)
            .maxAge(600);
    }

    @GetMapping("/items")
    ResponseEntity<List<String>> items() {
        return ResponseEntity.ok().header("X-Total-Count", "5").body(List.of("carried out"));
    }

    @RequestMapping(path = "/items", method = {RequestMethod.PUT, RequestMethod.DELETE})
    List<String> change() {
        return List.of("carried out");
    }

    @GetMapping("/vary")
    ResponseEntity<List<String>> vary() {
        return ResponseEntity.ok().header("Vary", "Accept-Language").body(List.of("carried out"));
    }

    @GetMapping("/moved")
    ResponseEntity<Void> moved() {
        return ResponseEntity.status(302).header("Location", "/items").build();
    }

    @GetMapping("/boom")
    List<String> boom() {
        throw new IllegalStateException("uncaught");
    }
}
