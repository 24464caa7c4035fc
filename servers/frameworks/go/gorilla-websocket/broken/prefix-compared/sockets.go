package main

import (
	"net/http"
	"strings"

	"github.com/gorilla/websocket"
)

var allowedOrigins = {{origins as go}}

var upgrader = websocket.Upgrader{
	// Without it, only pages of the API's own host are let in.
	CheckOrigin: func(r *http.Request) bool {
		origin := r.Header.Get("Origin")
		for _, allowed := range allowedOrigins {
			if strings.HasPrefix(origin, allowed) {
				return true
			}
		}
		return false
	},
}
