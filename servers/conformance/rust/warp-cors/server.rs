use warp::http::{Response, StatusCode};
use warp::Filter;

fn answer(name: &str, value: &str) -> Response<String> {
    Response::builder().header(name, value).body(r#"["carried out"]"#.to_string()).unwrap()
}

#[tokio::main]
async fn main() {
    let cors = if std::env::var("INTENT").unwrap() == "declared" {
        warp::cors()
            .allow_origins(["https://app.example.com", "https://admin.example.com"])
            .allow_methods(["GET", "PUT", "DELETE"])
            .allow_headers(["content-type", "authorization"])
            .allow_credentials(true)
            .expose_headers(["x-total-count"])
            .max_age(600)
    } else {
        warp::cors().allow_any_origin()
    };
    let methods = warp::get().or(warp::head()).unify().or(warp::put()).unify().or(warp::delete()).unify();
    let items = warp::path!("items").and(methods).map(|| answer("x-total-count", "5"));
    let vary = warp::path!("vary").and(warp::get()).map(|| answer("vary", "Accept-Language"));
    let moved = warp::path!("moved").and(warp::get()).map(|| {
        Response::builder().status(StatusCode::FOUND).header("location", "/items").body(String::new()).unwrap()
    });
    let boom = warp::path!("boom").and(warp::get()).map(|| {
        Response::builder().status(StatusCode::INTERNAL_SERVER_ERROR).body(String::new()).unwrap()
    });
    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();
    let routes = items.or(vary).or(moved).or(boom).with(cors);
    warp::serve(routes).run(([127, 0, 0, 1], port)).await;
}
