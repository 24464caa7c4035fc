mod cors;

use actix_web::{App, Error, HttpResponse, HttpServer, error::ErrorInternalServerError, web};
use serde_json::json;

async fn items() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("x-total-count", "2"))
        .json(json!([{ "id": 1 }, { "id": 2 }]))
}

async fn item() -> HttpResponse {
    HttpResponse::Ok().json(json!({ "id": 1 }))
}

async fn boom() -> Result<HttpResponse, Error> {
    Err(ErrorInternalServerError("an error that nobody handles"))
}

fn add_routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/items").get(items).route(web::head().to(items)))
        .service(web::resource("/items/1").put(item).delete(item))
        .route("/boom", web::get().to(boom));
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let app = || {
        App::new()
            .service(web::scope("/api").wrap(cors::allow_origins()))
            .wrap(cors::vary_by_origin())
            .configure(add_routes)
    };
    let server = HttpServer::new(app)
        .workers(1)
        .bind("127.0.0.1:0")?;
    println!("listening on port {}", server.addrs()[0].port());
    server.run().await
}
