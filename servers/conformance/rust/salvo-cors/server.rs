use salvo::catcher::Catcher;
use salvo::cors::Cors;
use salvo::http::Method;
use salvo::prelude::*;

#[handler]
async fn items(res: &mut Response) {
    res.add_header("x-total-count", "5", true).unwrap();
    res.render(Json(["carried out"]));
}

#[handler]
async fn vary(res: &mut Response) {
    res.add_header("vary", "Accept-Language", true).unwrap();
    res.render(Json(["carried out"]));
}

#[handler]
async fn moved(res: &mut Response) {
    res.render(Redirect::found("/items"));
}

#[handler]
async fn boom() {
    panic!("uncaught")
}

#[tokio::main]
async fn main() {
    let cors = if std::env::var("INTENT").unwrap() == "declared" {
        Cors::new()
            .allow_origin(["https://app.example.com", "https://admin.example.com"])
            .allow_methods([Method::GET, Method::PUT, Method::DELETE])
            .allow_headers(vec!["content-type", "authorization"])
            .allow_credentials(true)
            .expose_headers(vec!["x-total-count"])
            .max_age(600)
    } else {
        Cors::permissive()
    };
    let router = Router::new()
        .push(Router::with_path("items").get(items).head(items).put(items).delete(items))
        .push(Router::with_path("vary").get(vary))
        .push(Router::with_path("moved").get(moved))
        .push(Router::with_path("boom").get(boom));
    let service = Service::new(router)
        .hoop(cors.into_handler())
        .hoop(CatchPanic::new())
        .catcher(Catcher::default());
    let acceptor = TcpListener::new(format!("127.0.0.1:{}", std::env::var("PORT").unwrap())).bind().await;
    Server::new(acceptor).serve(service).await;
}
