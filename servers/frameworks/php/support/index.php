<?php

require __DIR__ . '/cors.php';

ini_set('display_errors', '0');
header('Content-Type: application/json');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$method = $_SERVER['REQUEST_METHOD'];

if ($path === '/boom') {
    throw new RuntimeException('an uncaught exception');
}
if ($path === '/items' && in_array($method, ['GET', 'HEAD'], true)) {
    header('X-Total-Count: 2');
    echo json_encode([['id' => 1], ['id' => 2]]);
} elseif ($path === '/items/1' && in_array($method, ['PUT', 'DELETE'], true)) {
    echo json_encode(['id' => 1]);
} else {
    http_response_code(404);
    echo json_encode(['error' => 'not found']);
}
