package api;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@SpringBootApplication
@RestController
public class Server {
    public static void main(String[] args) {
        SpringApplication.run(Server.class, args);
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http
            .cors(cors -> cors.configurationSource(source()))
            .csrf(csrf -> csrf.disable())
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .build();
    }

    CorsConfigurationSource source() {
        CorsConfiguration cors = new CorsConfiguration();
        if ("declared".equals(System.getenv("INTENT"))) {
            cors.setAllowedOrigins(List.of("https://app.example.com", "https://admin.example.com"));
            cors.setAllowedMethods(List.of("GET", "PUT", "DELETE"));
            cors.setAllowedHeaders(List.of("content-type", "authorization"));
            cors.setExposedHeaders(List.of("x-total-count"));
            cors.setAllowCredentials(true);
            cors.setMaxAge(600L);
        } else cors.applyPermitDefaultValues();
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
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
