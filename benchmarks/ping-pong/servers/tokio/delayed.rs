use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

const ANSWER: &[u8] = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n";

async fn pong(mut connection: TcpStream) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut data = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match connection.read(&mut data).await? {
            0 => return Ok(()),
            size => request.extend_from_slice(&data[..size]),
        }
    }
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    connection.write_all(ANSWER).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).expect("a port");
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(format!("127.0.0.1:{port}").parse().expect("a port"))?;
    let listener = socket.listen(1024)?;
    loop {
        let (connection, _) = listener.accept().await?;
        tokio::spawn(pong(connection));
    }
}
