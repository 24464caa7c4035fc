package main

import _ "github.com/gorilla/websocket"

func main() {}
