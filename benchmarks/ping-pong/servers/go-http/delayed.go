package main

import (
	"log"
	"net/http"
	"os"
	"time"
)

func pong(response http.ResponseWriter, request *http.Request) {
	time.Sleep(100 * time.Millisecond)
	response.Header().Set("Content-Type", "text/plain")
	response.Write([]byte("Pong!\r\n"))
}

func main() {
	http.HandleFunc("/", pong)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
