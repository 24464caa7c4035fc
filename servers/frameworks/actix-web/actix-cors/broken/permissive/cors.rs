use actix_cors::Cors;
use actix_web::middleware::DefaultHeaders;

pub fn allow_origins() -> Cors {
    Cors::permissive()
}

pub fn vary_by_origin() -> DefaultHeaders {
    DefaultHeaders::new().add(("Vary", "Origin"))
}
