import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.server.cors.CorsService;
import java.net.InetSocketAddress;

public class Server {
    static HttpResponse answer(String name, String value) {
        return HttpResponse.of(
            ResponseHeaders.builder(HttpStatus.OK).add(name, value).build(),
            HttpData.ofUtf8("[\"carried out\"]"));
    }

    public static void main(String[] args) {
        var cors = "declared".equals(System.getenv("INTENT"))
            ? CorsService.builder("https://app.example.com", "https://admin.example.com")
                .allowCredentials()
                .allowRequestMethods(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)
                .allowRequestHeaders("content-type", "authorization")
                .exposeHeaders("x-total-count")
                .maxAge(600)
            : CorsService.builderForAnyOrigin();
        com.linecorp.armeria.server.Server.builder()
            .http(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))))
            .route().path("/items").methods(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE)
            .build((context, request) -> answer("X-Total-Count", "5"))
            .route().get("/vary").build((context, request) -> answer("Vary", "Accept-Language"))
            .route().get("/moved").build((context, request) -> HttpResponse.ofRedirect("/items"))
            .route().get("/boom").build((context, request) -> {
                throw new IllegalStateException("uncaught");
            })
            .decorator(cors.newDecorator())
            .build()
            .start()
            .join();
    }
}
