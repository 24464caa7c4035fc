import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.filters.CorsFilter;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

public class Server {
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(".");
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        FilterDef cors = new FilterDef();
        cors.setFilterName("cors");
        cors.setFilterClass(CorsFilter.class.getName());
        if ("declared".equals(System.getenv("INTENT"))) {
            cors.addInitParameter("cors.allowed.origins", "https://app.example.com,https://admin.example.com");
            cors.addInitParameter("cors.allowed.methods", "GET,PUT,DELETE");
            cors.addInitParameter("cors.allowed.headers", "content-type,authorization");
            cors.addInitParameter("cors.exposed.headers", "x-total-count");
            cors.addInitParameter("cors.support.credentials", "true");
            cors.addInitParameter("cors.preflight.maxage", "600");
        } else cors.addInitParameter("cors.allowed.origins", "*");
        context.addFilterDef(cors);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("cors");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        for (String name : new String[] {"items", "vary", "moved", "boom"}) {
            Tomcat.addServlet(context, name, new Api(name));
            context.addServletMappingDecoded("/" + name, name);
        }
        tomcat.start();
        tomcat.getServer().await();
    }

    static class Api extends HttpServlet {
        private final String name;

        Api(String name) {
            this.name = name;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (name.equals("boom")) throw new IllegalStateException("uncaught");
            if (name.equals("moved")) {
                response.sendRedirect("/items");
                return;
            }
            if (name.equals("vary")) response.setHeader("Vary", "Accept-Language");
            else response.setHeader("X-Total-Count", "5");
            response.getWriter().write("[\"carried out\"]");
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("[\"carried out\"]");
        }

        @Override
        protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
            doPut(request, response);
        }
    }
}
