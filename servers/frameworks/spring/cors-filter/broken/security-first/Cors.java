package api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

@Configuration
public class Cors {
    @Bean
    FilterRegistrationBean<CorsFilter> corsFirst() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins({{origins as java}});
        cors.setAllowedMethods({{methods as java}});
        cors.setAllowedHeaders({{requestHeaders as java}});
        {{if exposedHeaders}} cors.setExposedHeaders({{exposedHeaders as java}});
        {{if credentials}} cors.setAllowCredentials(true);
        {{if maxAgeSeconds}} cors.setMaxAge({{maxAgeSeconds as java}}L);
        // No configuration for other origins: they get the API's answer without CORS headers, instead of 403.
        CorsFilter filter = new CorsFilter(r -> cors.checkOrigin(r.getHeader("Origin")) == null ? null : cors) {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                // On every answer: a cache must not hand one origin's answer to another.
                response.addHeader("Vary", "Origin");
                super.doFilterInternal(request, response, chain);
            }
        };
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        return registration;
    }
}
