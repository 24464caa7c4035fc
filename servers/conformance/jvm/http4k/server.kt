import org.http4k.core.HttpHandler
import org.http4k.core.Method.DELETE
import org.http4k.core.Method.GET
import org.http4k.core.Method.HEAD
import org.http4k.core.Method.PUT
import org.http4k.core.Response
import org.http4k.core.Status.Companion.FOUND
import org.http4k.core.Status.Companion.OK
import org.http4k.core.then
import org.http4k.filter.AnyOf
import org.http4k.filter.CorsPolicy
import org.http4k.filter.OriginPolicy
import org.http4k.filter.ServerFilters
import org.http4k.routing.bind
import org.http4k.routing.routes
import org.http4k.server.SunHttp
import org.http4k.server.asServer

val items: HttpHandler = { Response(OK).header("X-Total-Count", "5").body("[\"carried out\"]") }

fun main() {
    val policy = if (System.getenv("INTENT") == "declared") CorsPolicy(
        originPolicy = OriginPolicy.AnyOf("https://app.example.com", "https://admin.example.com"),
        headers = listOf("content-type", "authorization"),
        methods = listOf(GET, PUT, DELETE),
        credentials = true,
        exposedHeaders = listOf("x-total-count"),
        maxAge = 600,
    ) else CorsPolicy.UnsafeGlobalPermissive
    val app = ServerFilters.Cors(policy).then(ServerFilters.CatchAll()).then(
        routes(
            "/items" bind GET to items,
            "/items" bind HEAD to items,
            "/items" bind PUT to items,
            "/items" bind DELETE to items,
            "/vary" bind GET to { Response(OK).header("Vary", "Accept-Language").body("[\"carried out\"]") },
            "/moved" bind GET to { Response(FOUND).header("Location", "/items") },
            "/boom" bind GET to { error("uncaught") },
        ),
    )
    app.asServer(SunHttp(System.getenv("PORT").toInt())).start().block()
}
