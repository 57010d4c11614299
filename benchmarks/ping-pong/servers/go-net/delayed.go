package main

import (
	"bytes"
	"log"
	"net"
	"os"
	"time"
)

var answer = []byte("HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n")

func pong(connection net.Conn) {
	defer connection.Close()
	var request []byte
	data := make([]byte, 4096)
	for !bytes.Contains(request, []byte("\r\n\r\n")) {
		n, err := connection.Read(data)
		if err != nil {
			return
		}
		request = append(request, data[:n]...)
	}
	time.Sleep(100 * time.Millisecond)
	connection.Write(answer)
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		connection, err := listener.Accept()
		if err != nil {
			continue
		}
		go pong(connection)
	}
}
