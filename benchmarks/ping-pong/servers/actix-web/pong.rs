use actix_web::{get, App, HttpServer, Responder};

#[get("/")]
async fn pong() -> impl Responder {
    "Pong!\r\n"
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|text| text.parse().ok()).expect("a port");
    HttpServer::new(|| App::new().service(pong)).workers(1).backlog(1024).bind(("127.0.0.1", port))?.run().await
}
