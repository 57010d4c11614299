import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;

public class Pong {
    public static void main(String[] args) {
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(args[0])).setAcceptBacklog(1024);
        Vertx.vertx()
            .createHttpServer(options)
            .requestHandler(request -> request.response().putHeader("content-type", "text/plain").end("Pong!\r\n"))
            .listen();
    }
}
