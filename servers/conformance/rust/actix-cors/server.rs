use actix_cors::Cors;
use actix_web::{web, App, HttpResponse, HttpServer};

async fn items() -> HttpResponse {
    HttpResponse::Ok().insert_header(("x-total-count", "5")).json(["carried out"])
}

async fn vary() -> HttpResponse {
    HttpResponse::Ok().insert_header(("vary", "Accept-Language")).json(["carried out"])
}

async fn moved() -> HttpResponse {
    HttpResponse::Found().insert_header(("location", "/items")).finish()
}

async fn boom() -> Result<HttpResponse, actix_web::Error> {
    Err(actix_web::error::ErrorInternalServerError("uncaught"))
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let declared = std::env::var("INTENT").unwrap() == "declared";
    HttpServer::new(move || {
        let cors = if declared {
            Cors::default()
                .allowed_origin("https://app.example.com")
                .allowed_origin("https://admin.example.com")
                .allowed_methods(["GET", "PUT", "DELETE"])
                .allowed_headers(["content-type", "authorization"])
                .supports_credentials()
                .expose_headers(["x-total-count"])
                .max_age(600)
        } else {
            Cors::default()
        };
        App::new()
            .wrap(cors)
            .service(
                web::resource("/items")
                    .route(web::get().to(items))
                    .route(web::head().to(items))
                    .route(web::put().to(items))
                    .route(web::delete().to(items)),
            )
            .route("/vary", web::get().to(vary))
            .route("/moved", web::get().to(moved))
            .route("/boom", web::get().to(boom))
    })
    .workers(1)
    .bind(format!("127.0.0.1:{}", std::env::var("PORT").unwrap()))?
    .run()
    .await
}
