#!/usr/bin/env bash
# Iris 12.2.11, middleware/cors, with MaxAge(600 * time.Second) and two origins, as its documentation writes it.
#
# Guess, before it was run: Access-Control-Max-Age is 600, a number of seconds
# (https://fetch.spec.whatwg.org/#http-access-control-max-age).
# Seen: it is 6E+02, which no browser reads as a number, so that each engine keeps the CORS-preflight response for its
# default of 5 seconds; 7201 s is 7.201E+03. Beside it, Access-Control-Allow-Methods is "*" with
# Access-Control-Allow-Credentials: true, where "*" is the name of a method that nobody has: PUT with credentials is refused.
# Configured away by leaving MaxAge out, or by a handler in front that writes both lines itself.
#
# Ends with 0 if that is still so. Needs Go 1.24.
set -euo pipefail
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"time"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/cors"
)

func asked(age time.Duration) string {
	app := iris.New()
	app.UseRouter(cors.New().AllowOrigins("https://app.example.com", "https://admin.example.com").MaxAge(age).Handler())
	app.Put("/items", func(c iris.Context) {})
	if err := app.Build(); err != nil {
		log.Fatal(err)
	}
	request := httptest.NewRequest(http.MethodOptions, "/items", nil)
	request.Header.Set("Origin", "https://app.example.com")
	request.Header.Set("Access-Control-Request-Method", "PUT")
	answer := httptest.NewRecorder()
	app.ServeHTTP(answer, request)
	seen := ""
	for _, name := range []string{"Max-Age", "Allow-Methods", "Allow-Credentials"} {
		seen += answer.Header().Get("Access-Control-"+name) + " "
	}
	return seen
}

func main() {
	seen := asked(600*time.Second) + "| " + asked(7201*time.Second)
	fmt.Println(seen)
	if seen != "6E+02 * true | 7.201E+03 * true " {
		log.Fatal("It was another one.")
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/kataras/iris/v12@v12.2.11 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
timeout 300 go run .
