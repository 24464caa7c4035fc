use actix_cors::Cors;
use actix_web::middleware::DefaultHeaders;

/// Belongs on the app itself, after every other wrap but `vary_by_origin`.
pub fn allow_origins() -> Cors {
    let cors = Cors::default()
        // Others get the answer as well, without Access-Control-Allow-Origin; else it would be 400.
        .block_on_origin_mismatch(false)
        .allowed_methods({{methods as rust}});
    let cors = cors.allowed_origin({{each origins as rust}});
    {{if requestHeaders}} let cors = cors.allowed_headers({{requestHeaders as rust}});
    {{if exposedHeaders}} let cors = cors.expose_headers({{exposedHeaders as rust}});
    {{if credentials}} let cors = cors.supports_credentials();
    {{if maxAgeSeconds}} let cors = cors.max_age({{maxAgeSeconds as rust}});
    cors
}

/// Belongs on the app after it: what actix-cors refuses has no Vary, and a cache must not hand it to others.
pub fn vary_by_origin() -> DefaultHeaders {
    DefaultHeaders::new().add(("Vary", "Origin"))
}
