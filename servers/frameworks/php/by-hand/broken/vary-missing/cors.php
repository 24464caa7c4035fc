<?php

$allowedOrigins = {{origins as php}};

$origin = $_SERVER['HTTP_ORIGIN'] ?? '';
$allowed = in_array($origin, $allowedOrigins, true);
// An OPTIONS request without Access-Control-Request-Method is no CORS-preflight request.
$preflight = $_SERVER['REQUEST_METHOD'] === 'OPTIONS' && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD']);

if ($allowed) {
    header('Access-Control-Allow-Origin: ' . $origin);
    {{if credentials}} header('Access-Control-Allow-Credentials: true');
    {{if exposedHeaders}} header('Access-Control-Expose-Headers: ' . {{exposedHeaders joined as php}});
}
if ($allowed && $preflight) {
    header('Access-Control-Allow-Methods: ' . {{methods joined as php}});
    {{if requestHeaders}} header('Access-Control-Allow-Headers: ' . {{requestHeaders joined as php}});
    {{if maxAgeSeconds}} header('Access-Control-Max-Age: {{maxAgeSeconds as php}}');
}
if ($preflight) {
    http_response_code(204);
    exit;
}
