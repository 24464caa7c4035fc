use ohkami::claw::status::Found;
use ohkami::fang::Cors;
use ohkami::{Ohkami, Response, Route, Status};

fn carried_out() -> Response {
    Response::new(Status::OK).with_text(r#"["carried out"]"#)
}

async fn items() -> Response {
    carried_out().with_headers(|h| h.x("X-Total-Count", "5"))
}

async fn vary() -> Response {
    carried_out().with_headers(|h| h.vary("Accept-Language"))
}

async fn moved() -> Found {
    Found::at("/items")
}

async fn boom() -> Response {
    Response::new(Status::InternalServerError)
}

#[tokio::main]
async fn main() {
    let cors = if std::env::var("INTENT").unwrap() == "declared" {
        Cors::new("https://app.example.com")
            .allow_credentials(true)
            .allow_headers(["content-type", "authorization"])
            .expose_headers(["x-total-count"])
            .max_age(Some(600))
    } else {
        Cors::any()
    };
    let api = Ohkami::new((
        cors,
        "/items".GET(items).PUT(items).DELETE(items),
        "/vary".GET(vary),
        "/moved".GET(moved),
        "/boom".GET(boom),
    ));
    api.howl(format!("127.0.0.1:{}", std::env::var("PORT").unwrap())).await
}
