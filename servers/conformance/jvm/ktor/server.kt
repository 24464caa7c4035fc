import io.ktor.http.HttpHeaders
import io.ktor.http.HttpMethod
import io.ktor.server.application.install
import io.ktor.server.engine.embeddedServer
import io.ktor.server.netty.Netty
import io.ktor.server.plugins.cors.routing.CORS
import io.ktor.server.response.header
import io.ktor.server.response.respondRedirect
import io.ktor.server.response.respondText
import io.ktor.server.routing.delete
import io.ktor.server.routing.get
import io.ktor.server.routing.head
import io.ktor.server.routing.put
import io.ktor.server.routing.routing

fun main() {
    val port = System.getenv("PORT").toInt()
    embeddedServer(Netty, port = port, host = "127.0.0.1") {
        install(CORS) {
            if (System.getenv("INTENT") == "declared") {
                allowHost("app.example.com", schemes = listOf("https"))
                allowHost("admin.example.com", schemes = listOf("https"))
                allowMethod(HttpMethod.Put)
                allowMethod(HttpMethod.Delete)
                allowHeader(HttpHeaders.ContentType)
                allowHeader(HttpHeaders.Authorization)
                exposeHeader("x-total-count")
                allowCredentials = true
                maxAgeInSeconds = 600
            } else {
                anyHost()
            }
        }
        routing {
            get("/items") {
                call.response.header("X-Total-Count", "5")
                call.respondText("[\"carried out\"]")
            }
            head("/items") { call.respondText("") }
            put("/items") { call.respondText("[\"carried out\"]") }
            delete("/items") { call.respondText("[\"carried out\"]") }
            get("/vary") {
                call.response.header("Vary", "Accept-Language")
                call.respondText("[\"carried out\"]")
            }
            get("/moved") { call.respondRedirect("/items") }
            get("/boom") { error("uncaught") }
        }
    }.start(wait = true)
}
