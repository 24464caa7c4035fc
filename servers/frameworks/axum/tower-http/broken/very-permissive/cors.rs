use tower_http::cors::CorsLayer;

pub fn allow_origins() -> CorsLayer {
    CorsLayer::very_permissive()
}
