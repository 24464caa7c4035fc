<?php
require_once 'Asm89/Stack/autoload.php';
require_once 'Symfony/Component/HttpKernel/autoload.php';

use Asm89\Stack\CorsService;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

$request = Request::createFromGlobals();
$declared = [
    'allowedOrigins' => ['https://app.example.com', 'https://admin.example.com'],
    'allowedMethods' => ['GET', 'PUT', 'DELETE'],
    'allowedHeaders' => ['content-type', 'authorization'],
    'exposedHeaders' => ['x-total-count'],
    'supportsCredentials' => true,
    'maxAge' => 600,
];
$cors = new CorsService(getenv('INTENT') === 'declared' ? $declared : ['allowedOrigins' => ['*']]);

function answer(Request $request): Response
{
    $path = $request->getPathInfo();
    $isRead = in_array($request->getMethod(), ['GET', 'HEAD']);
    if ($path === '/items') {
        if (!$isRead && !in_array($request->getMethod(), ['PUT', 'DELETE'])) {
            return new Response('', 405, ['Allow' => 'GET, HEAD, PUT, DELETE']);
        }
        return new JsonResponse(['carried out'], 200, ['X-Total-Count' => '5']);
    }
    if ($path === '/vary') return new JsonResponse(['carried out'], 200, ['Vary' => 'Accept-Language']);
    if ($path === '/moved') return new RedirectResponse('/items');
    if ($path === '/boom') throw new RuntimeException('uncaught');
    return new Response('', 404);
}

if ($cors->isPreflightRequest($request)) {
    $response = $cors->handlePreflightRequest($request);
} else {
    $response = $cors->addActualRequestHeaders(answer($request), $request);
}
$response->prepare($request)->send();
