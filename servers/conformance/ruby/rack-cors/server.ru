require 'rack/cors'

if ENV.fetch('INTENT') == 'declared'
  use Rack::Cors do
    allow do
      origins 'https://app.example.com', 'https://admin.example.com'
      resource '*',
        headers: ['content-type', 'authorization'],
        methods: [:get, :put, :delete],
        credentials: true,
        expose: ['x-total-count'],
        max_age: 600
    end
  end
else
  use Rack::Cors do
    allow do
      origins '*'
      resource '*'
    end
  end
end

run lambda { |env|
  method, path = env['REQUEST_METHOD'], env['PATH_INFO']
  json = { 'Content-Type' => 'application/json' }
  body = ['["carried out"]']
  case path
  when '/items'
    if %w[GET HEAD PUT DELETE].include?(method)
      [200, json.merge('X-Total-Count' => '5'), method == 'HEAD' ? [] : body]
    else
      [405, json.merge('Allow' => 'GET, HEAD, PUT, DELETE'), []]
    end
  when '/vary' then [200, json.merge('Vary' => 'Accept-Language'), body]
  when '/moved' then [302, { 'Location' => '/items' }, []]
  when '/boom' then raise 'uncaught'
  else [404, json, []]
  end
}
