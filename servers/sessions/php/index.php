<?php
$cookie = json_decode(getenv('COOKIE'), true);
session_name($cookie['name']);
session_set_cookie_params([
    'lifetime' => $cookie['maxAge'] ?? 0,
    'path' => $cookie['path'],
    'domain' => $cookie['domain'] ?? '',
    'secure' => $cookie['secure'],
    'httponly' => true,
    'samesite' => $cookie['sameSite'] ?? '',
]);
session_save_path(__DIR__);
session_start();
if ($_SERVER['REQUEST_URI'] === '/auth/login') {
    $_SESSION['user'] = 'ada';
    http_response_code(204);
} else {
    http_response_code(isset($_SESSION['user']) ? 200 : 401);
    echo '{}';
}
