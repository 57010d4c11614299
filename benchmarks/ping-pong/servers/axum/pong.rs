use axum::{routing::get, Router};
use tokio::net::TcpSocket;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).expect("a port");
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(format!("127.0.0.1:{port}").parse().expect("a port"))?;
    let app = Router::new().route("/", get(|| async { "Pong!\r\n" }));
    axum::serve(socket.listen(1024)?, app).await
}
