use std::net::SocketAddr;
use tokio::net::TcpListener;
use viz::header::{HeaderName, HeaderValue};
use viz::middleware::cors;
use viz::{serve, IntoResponse, Method, Request, Response, Result, Router, StatusCode};

fn answer(name: &'static str, value: &'static str) -> Response {
    let mut response = r#"["carried out"]"#.into_response();
    response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    response
}

async fn items(_: Request) -> Result<Response> {
    Ok(answer("x-total-count", "5"))
}

async fn vary(_: Request) -> Result<Response> {
    Ok(answer("vary", "Accept-Language"))
}

async fn moved(_: Request) -> Result<Response> {
    let mut response = StatusCode::FOUND.into_response();
    response.headers_mut().insert("location", HeaderValue::from_static("/items"));
    Ok(response)
}

async fn boom(_: Request) -> Result<Response> {
    Err(StatusCode::INTERNAL_SERVER_ERROR.into_error())
}

#[tokio::main]
async fn main() {
    let config = if std::env::var("INTENT").unwrap() == "declared" {
        cors::Config::new()
            .allow_origins(["https://app.example.com", "https://admin.example.com"].map(HeaderValue::from_static))
            .allow_methods([Method::GET, Method::PUT, Method::DELETE])
            .allow_headers(["content-type", "authorization"].map(HeaderName::from_static))
            .expose_headers([HeaderName::from_static("x-total-count")])
            .credentials(true)
            .max_age(600)
    } else {
        cors::Config::default()
    };
    let app = Router::new()
        .route("/items", viz::get(items).head(items).put(items).delete(items).options(items))
        .route("/vary", viz::get(vary))
        .route("/moved", viz::get(moved))
        .route("/boom", viz::get(boom))
        .with(config);
    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port))).await.unwrap();
    serve(listener, app).await.unwrap();
}
