import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/")
public class Server {
    private Response.ResponseBuilder answer() {
        return Response.ok("[\"carried out\"]", "application/json");
    }

    @GET
    @Path("items")
    public Response items() {
        return answer().header("X-Total-Count", "5").build();
    }

    @PUT
    @Path("items")
    public Response put() {
        return answer().build();
    }

    @DELETE
    @Path("items")
    public Response delete() {
        return answer().build();
    }

    @GET
    @Path("vary")
    public Response vary() {
        return answer().header("Vary", "Accept-Language").build();
    }

    @GET
    @Path("moved")
    public Response moved() {
        return Response.status(302).header("Location", "/items").build();
    }

    @GET
    @Path("boom")
    public Response boom() {
        throw new IllegalStateException("uncaught");
    }
}
