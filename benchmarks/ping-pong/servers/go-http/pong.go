package main

import (
	"log"
	"net/http"
	"os"
)

func pong(response http.ResponseWriter, request *http.Request) {
	response.Header().Set("Content-Type", "text/plain")
	response.Write([]byte("Pong!\r\n"))
}

func main() {
	http.HandleFunc("/", pong)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
