#!/usr/bin/env bash
# rs/cors 1.11.1 in front of net/http, with the methods GET, PUT and DELETE.
#
# Guess, before it was run: HEAD from a page of the list is read like GET, as both are CORS-safelisted methods
# (https://fetch.spec.whatwg.org/#cors-safelisted-method) and net/http answers HEAD for each GET.
# Seen: GET has Access-Control-Allow-Origin and HEAD has none, so that the page is refused; its CORS-preflight request, where
# it sends a token, is refused too. go-chi/cors, which began as this library, does the same, and both keep the headers from
# a 405 of another method. Configured away by naming HEAD in AllowedMethods.
#
# Ends with 0 if that is still so. Needs Go 1.24.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/rs/cors"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	origin := "https://app.example.com"
	handler := cors.New(cors.Options{
		AllowedOrigins: []string{origin},
		AllowedMethods: []string{"GET", "PUT", "DELETE"},
	}).Handler(mux)
	seen := ""
	for _, method := range []string{"GET", "HEAD"} {
		request := httptest.NewRequest(method, "/items", nil)
		request.Header.Set("Origin", origin)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		seen += fmt.Sprintf("%s %d %q; ", method, answer.Code, answer.Header().Get("Access-Control-Allow-Origin"))
	}
	fmt.Println(seen)
	if seen != `GET 200 "https://app.example.com"; HEAD 200 ""; ` {
		log.Fatal("It was another one.")
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/rs/cors@v1.11.1 >/dev/null 2>&1
timeout 120 go run .
