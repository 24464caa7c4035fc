use poem::http::StatusCode;
use poem::listener::TcpListener;
use poem::middleware::Cors;
use poem::{get, handler, EndpointExt, Error, Response, Route, Server};

#[handler]
fn items() -> Response {
    Response::builder().header("x-total-count", "5").body(r#"["carried out"]"#)
}

#[handler]
fn vary() -> Response {
    Response::builder().header("vary", "Accept-Language").body(r#"["carried out"]"#)
}

#[handler]
fn moved() -> Response {
    Response::builder().status(StatusCode::FOUND).header("location", "/items").finish()
}

#[handler]
fn boom() -> poem::Result<Response> {
    Err(Error::from_string("uncaught", StatusCode::INTERNAL_SERVER_ERROR))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let cors = if std::env::var("INTENT").unwrap() == "declared" {
        Cors::new()
            .allow_origins(["https://app.example.com", "https://admin.example.com"])
            .allow_methods(["GET", "PUT", "DELETE"])
            .allow_headers(["content-type", "authorization"])
            .allow_credentials(true)
            .expose_headers(["x-total-count"])
            .max_age(600)
    } else {
        Cors::new().allow_credentials(false)
    };
    let app = Route::new()
        .at("/items", get(items).head(items).put(items).delete(items))
        .at("/vary", get(vary))
        .at("/moved", get(moved))
        .at("/boom", get(boom))
        .with(cors);
    let address = format!("127.0.0.1:{}", std::env::var("PORT").unwrap());
    Server::new(TcpListener::bind(address)).run(app).await
}
