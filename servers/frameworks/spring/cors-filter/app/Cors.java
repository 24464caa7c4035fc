package api;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

@Configuration
public class Cors {
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins({{origins as java}});
        cors.setAllowedMethods({{methods as java}});
        cors.setAllowedHeaders({{requestHeaders as java}});
        {{if exposedHeaders}} cors.setExposedHeaders({{exposedHeaders as java}});
        {{if credentials}} cors.setAllowCredentials(true);
        cors.setMaxAge({{maxAgeSeconds as java}}L);
        // No configuration for other origins: they get the API's answer without CORS headers, instead of 403.
        CorsFilter filter =
            new CorsFilter(request -> cors.checkOrigin(request.getHeader("Origin")) == null ? null : cors);
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        // Before everything that can answer by itself, security included.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
