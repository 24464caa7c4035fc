<?php
$origin = $_SERVER['HTTP_ORIGIN'] ?? '';
header('Vary: Origin');
if (in_array($origin, ['https://app.example.com', 'https://admin.example.com'], true)) {
    header("Access-Control-Allow-Origin: $origin");
    header('Access-Control-Allow-Credentials: true');
    header('Access-Control-Expose-Headers: x-total-count');
}
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    header('Access-Control-Allow-Methods: GET, PUT, DELETE');
    header('Access-Control-Allow-Headers: content-type, authorization');
    header('Access-Control-Max-Age: 600');
    http_response_code(204);
    exit;
}
header('Content-Type: application/json');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/items') {
    if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'HEAD', 'PUT', 'DELETE'])) {
        header('Allow: GET, HEAD, PUT, DELETE');
        http_response_code(405);
        exit;
    }
    header('X-Total-Count: 5');
} elseif ($path === '/vary') header('Vary: Accept-Language');
elseif ($path === '/moved') {
    header('Location: /items');
    exit;
} elseif ($path === '/boom') throw new RuntimeException('uncaught');
else {
    http_response_code(404);
    exit;
}
echo json_encode(['carried out']);
