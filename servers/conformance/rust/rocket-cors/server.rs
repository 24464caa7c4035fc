#[macro_use]
extern crate rocket;

use rocket::http::{Header, Method};
use rocket::response::Redirect;
use rocket_cors::{AllowedHeaders, AllowedOrigins, CorsOptions};
use std::collections::HashSet;

#[derive(Responder)]
struct Answer {
    body: &'static str,
    header: Header<'static>,
}

fn answer(name: &'static str, value: &'static str) -> Answer {
    Answer { body: r#"["carried out"]"#, header: Header::new(name, value) }
}

#[get("/items")]
fn items() -> Answer {
    answer("x-total-count", "5")
}

#[put("/items")]
fn change() -> Answer {
    answer("x-total-count", "5")
}

#[delete("/items")]
fn remove() -> Answer {
    answer("x-total-count", "5")
}

#[get("/vary")]
fn vary() -> Answer {
    answer("vary", "Accept-Language")
}

#[get("/moved")]
fn moved() -> Redirect {
    Redirect::found("/items")
}

#[get("/boom")]
fn boom() -> Answer {
    panic!("uncaught")
}

#[launch]
fn rocket() -> _ {
    let declared = std::env::var("INTENT").unwrap() == "declared";
    let options = if declared {
        CorsOptions {
            allowed_origins: AllowedOrigins::some_exact(&["https://app.example.com", "https://admin.example.com"]),
            allowed_methods: [Method::Get, Method::Put, Method::Delete].into_iter().map(From::from).collect(),
            allowed_headers: AllowedHeaders::some(&["content-type", "authorization"]),
            allow_credentials: true,
            expose_headers: HashSet::from(["x-total-count".to_string()]),
            max_age: Some(600),
            ..Default::default()
        }
    } else {
        CorsOptions::default()
    };
    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();
    let figment = rocket::Config::figment().merge(("port", port)).merge(("address", "127.0.0.1")).merge(("log_level", "off"));
    rocket::custom(figment)
        .attach(options.to_cors().unwrap())
        .mount("/", routes![items, change, remove, vary, moved, boom])
}
