mod cors;

use axum::{Json, Router, response::IntoResponse, routing::{get, put}};
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;

async fn items() -> impl IntoResponse {
    ([("x-total-count", "2")], Json(json!([{ "id": 1 }, { "id": 2 }])))
}

async fn item() -> impl IntoResponse {
    Json(json!({ "id": 1 }))
}

async fn boom() -> &'static str {
    panic!("an uncaught exception")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let router = Router::new()
        .layer(cors::allow_origins())
        .route("/items", get(items))
        .route("/items/1", put(item).delete(item))
        .route("/boom", get(boom))
        .layer(CatchPanicLayer::new());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("listening on port {}", listener.local_addr().unwrap().port());
    axum::serve(listener, router).await.unwrap();
}
