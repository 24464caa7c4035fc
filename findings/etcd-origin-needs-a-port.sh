#!/usr/bin/env bash
# etcd 3.7.3, the value of its flag --cors ("whitelist of origins for CORS") as go.etcd.io/etcd/pkg reads it.
#
# Guess, before it was run: an origin is taken as a browser sends it.
# Seen: https://app.example.com is refused, as it has no port, and etcd ends at the start; https://app.example.com:443 is
# taken, and no browser ever sends that: the serialization of an origin leaves the scheme's own port out
# (https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin). So a page on a usual address can be let in by "*" alone,
# which is the default. Configured away by a server in front that answers pages itself.
#
# Ends with 0 if that is still so. Needs Go 1.26.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"

	"go.etcd.io/etcd/pkg/v3/flags"
)

func main() {
	seen := ""
	for _, origin := range []string{"https://app.example.com", "https://app.example.com:443", "*"} {
		seen += fmt.Sprintln(origin, flags.NewUniqueURLsWithExceptions("", "*").Set(origin))
	}
	fmt.Print(seen)
	if seen != `https://app.example.com URL address does not have the form "host:port": https://app.example.com
https://app.example.com:443 <nil>
* <nil>
` {
		log.Fatal("It was another one.")
	}
}
GO
go mod init look >/dev/null 2>&1
go get go.etcd.io/etcd/pkg/v3/flags@v3.7.3 >/dev/null 2>&1
timeout 300 go run .
