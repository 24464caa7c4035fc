#!/usr/bin/env bash
# tower-http 0.7.1, CorsLayer::permissive(), which "allows all request headers".
#
# Guess, before it was run: a CORS-preflight request for Authorization is answered with that name, or with the one that was
# asked for, as `Any` reads.
# Seen: Access-Control-Allow-Headers is "*", which does not stand for Authorization: it is a CORS non-wildcard request-header
# name (https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name). Whoever sends a token in it is refused, while
# every other header works. salvo's Cors::permissive() does the same. Configured away by CorsLayer::very_permissive(), which
# repeats what is asked for and allows credentials of anybody, or by allow_headers([AUTHORIZATION, …]).
#
# Ends with 0 if that is still so. Needs Rust 1.85.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "look"
version = "0.0.0"
edition = "2021"

[dependencies]
futures-executor = "=0.3.34"
http = "=1.5.0"
tower = { version = "=0.5.3", features = ["util"] }
tower-http = { version = "=0.7.1", features = ["cors"] }
TOML
cat >src/main.rs <<'RUST'
use http::{Request, Response};
use std::convert::Infallible;
use tower::{service_fn, Layer, ServiceExt};
use tower_http::cors::CorsLayer;

fn main() {
    let api = service_fn(|_: Request<String>| async { Ok::<_, Infallible>(Response::new(String::new())) });
    let request = Request::options("/items")
        .header("Origin", "https://app.example.com")
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .body(String::new())
        .unwrap();
    let answer = futures_executor::block_on(CorsLayer::permissive().layer(api).oneshot(request)).unwrap();
    let seen = format!("{:?}", answer.headers()["access-control-allow-headers"]);
    println!("{seen}");
    assert_eq!(seen, "\"*\"", "It was another one.");
}
RUST
timeout 500 cargo run --quiet
