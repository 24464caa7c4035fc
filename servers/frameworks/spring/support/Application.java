package api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping("/items")
    ResponseEntity<List<Map<String, Integer>>> items() {
        return ResponseEntity.ok().header("X-Total-Count", "2").body(List.of(Map.of("id", 1), Map.of("id", 2)));
    }

    @RequestMapping(path = "/items/1", method = {RequestMethod.PUT, RequestMethod.DELETE})
    Map<String, Integer> change() {
        return Map.of("id", 1);
    }

    @GetMapping("/boom")
    void boom() {
        throw new IllegalStateException("an uncaught exception");
    }

    /** Stands for the chain of Spring Security, which has this order. */
    @Bean
    FilterRegistrationBean<Filter> security() {
        FilterRegistrationBean<Filter> security = new FilterRegistrationBean<>(
                (request, response, chain) -> ((HttpServletResponse) response).setStatus(401));
        security.addUrlPatterns("/private");
        security.setOrder(-100);
        return security;
    }
}
