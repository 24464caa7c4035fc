package main

import (
	"github.com/gorilla/websocket"
)

var allowedOrigins = {{origins as go}}

var upgrader = websocket.Upgrader{}
