use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Redirect;
use axum::routing::get;
use axum::{Json, Router};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::CorsLayer;

type Answer = ([(&'static str, &'static str); 1], Json<[&'static str; 1]>);

async fn items() -> Answer {
    ([("x-total-count", "5")], Json(["carried out"]))
}

async fn vary() -> Answer {
    ([("vary", "Accept-Language")], Json(["carried out"]))
}

async fn boom() -> Answer {
    panic!("uncaught")
}

#[tokio::main]
async fn main() {
    let cors = if std::env::var("INTENT").unwrap() == "declared" {
        CorsLayer::new()
            .allow_origin([
                HeaderValue::from_static("https://app.example.com"),
                HeaderValue::from_static("https://admin.example.com"),
            ])
            .allow_methods([Method::GET, Method::PUT, Method::DELETE])
            .allow_headers([CONTENT_TYPE, AUTHORIZATION])
            .allow_credentials(true)
            .expose_headers([HeaderName::from_static("x-total-count")])
            .max_age(Duration::from_secs(600))
    } else {
        CorsLayer::permissive()
    };
    let app = Router::new()
        .route("/items", get(items).put(items).delete(items))
        .route("/vary", get(vary))
        .route("/moved", get(|| async { Redirect::to("/items") }))
        .route("/boom", get(boom))
        .layer(CatchPanicLayer::new())
        .layer(cors);
    let address = format!("127.0.0.1:{}", std::env::var("PORT").unwrap());
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
