use axum::http::{HeaderName, Method};
use std::time::Duration;
use tower_http::cors::{Any, CorsLayer};

/// Belongs on the router last, below every route: `router.layer(allow_origins())`.
pub fn allow_origins() -> CorsLayer {
    let methods = {{methods as rust}};
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods(methods.map(|name| Method::try_from(name).expect("a method")));
    {{if requestHeaders}} let cors = cors.allow_headers({{requestHeaders as rust}}.map(HeaderName::from_static));
    {{if exposedHeaders}} let cors = cors.expose_headers({{exposedHeaders as rust}}.map(HeaderName::from_static));
    {{if maxAgeSeconds}} let cors = cors.max_age(Duration::from_secs({{maxAgeSeconds as rust}}));
    cors.allow_credentials({{credentials as rust}})
}
