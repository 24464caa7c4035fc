#!/usr/bin/env bash
# Fiber 3.1.0, middleware/cors with its defaults, which let any page read.
#
# Guess, before it was run: "Access-Control-Allow-Origin: *" stands on every answer, so that no Vary is needed.
# Seen: it stands on answers to requests with Origin alone, and nothing has Vary. A cache that keeps the copy of a request
# without Origin (a link, a crawler) hands it to a page, which is then refused: where a response depends on Origin, the
# standard asks for Vary (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches). gorilla/handlers 1.5.2,
# gin-contrib/cors 1.7.7 and Ktor do the same. Configured away by a handler that adds "Vary: Origin".
#
# Ends with 0 if that is still so. Needs Go 1.25.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"net/http/httptest"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/cors"
)

func main() {
	app := fiber.New()
	app.Use(cors.New())
	app.Get("/items", func(c fiber.Ctx) error { return c.SendString("[]") })
	seen := ""
	for _, origin := range []string{"https://app.example.com", ""} {
		request := httptest.NewRequest("GET", "/items", nil)
		if origin != "" {
			request.Header.Set("Origin", origin)
		}
		answer, err := app.Test(request)
		if err != nil {
			log.Fatal(err)
		}
		seen += fmt.Sprintf("%q %q; ", answer.Header.Get("Access-Control-Allow-Origin"), answer.Header.Get("Vary"))
	}
	fmt.Println(seen)
	if seen != `"*" ""; "" ""; ` {
		log.Fatal("It was another one.")
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/gofiber/fiber/v3@v3.1.0 >/dev/null 2>&1
timeout 300 go run .
