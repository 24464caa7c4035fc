import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.cors.CorsConfigBuilder;
import io.netty.handler.codec.http.cors.CorsHandler;
import java.nio.charset.StandardCharsets;
import java.util.Set;

public class Server {
    static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);

    static FullHttpResponse answer(HttpResponseStatus status, String name, String value) {
        String body = status.equals(HttpResponseStatus.OK) ? "[\"carried out\"]" : "";
        FullHttpResponse response = new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers().setInt("Content-Length", body.length());
        if (name != null) response.headers().set(name, value);
        return response;
    }

    static FullHttpResponse answer(FullHttpRequest request) {
        return switch (request.uri()) {
            case "/items" -> METHODS.contains(request.method())
                ? answer(HttpResponseStatus.OK, "X-Total-Count", "5")
                : answer(HttpResponseStatus.METHOD_NOT_ALLOWED, "Allow", "GET, HEAD, PUT, DELETE");
            case "/vary" -> answer(HttpResponseStatus.OK, "Vary", "Accept-Language");
            case "/moved" -> answer(HttpResponseStatus.FOUND, "Location", "/items");
            case "/boom" -> throw new IllegalStateException("uncaught");
            default -> answer(HttpResponseStatus.NOT_FOUND, null, null);
        };
    }

    static class Api extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            FullHttpResponse response = answer(request);
            if (request.method().equals(HttpMethod.HEAD)) response.content().clear();
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
            context.writeAndFlush(answer(HttpResponseStatus.INTERNAL_SERVER_ERROR, null, null))
                .addListener(ChannelFutureListener.CLOSE);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        var cors = "declared".equals(System.getenv("INTENT"))
            ? CorsConfigBuilder.forOrigins("https://app.example.com", "https://admin.example.com")
                .allowedRequestMethods(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)
                .allowedRequestHeaders("content-type", "authorization")
                .allowCredentials()
                .exposeHeaders("x-total-count")
                .maxAge(600)
                .build()
            : CorsConfigBuilder.forAnyOrigin().build();
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(
                        new HttpServerCodec(), new HttpObjectAggregator(65536), new CorsHandler(cors), new Api());
                }
            })
            .bind("127.0.0.1", Integer.parseInt(System.getenv("PORT"))).sync()
            .channel().closeFuture().sync();
    }
}
