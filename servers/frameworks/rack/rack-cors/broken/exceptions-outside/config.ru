require 'rack/cors'
require_relative 'items'

# On every answer: rack-cors leaves it out on CORS-preflight responses and for paths without a resource.
class VaryOrigin
  def initialize(app) = @app = app

  def call(env)
    status, headers, body = @app.call(env)
    vary = headers['Vary'].to_s.split(/\s*,\s*/)
    headers['Vary'] = [*vary, 'Origin'].join(', ') if vary.none? { |name| name.casecmp?('Origin') }
    [status, headers, body]
  end
end

# Inside of Rack::Cors: an exception that the server has to answer gets no header.
class AnswerExceptions
  def initialize(app) = @app = app

  def call(env)
    @app.call(env)
  rescue StandardError => error
    env['rack.errors'].puts(error.full_message)
    [500, { 'Content-Type' => 'text/plain' }, ['internal server error']]
  end
end

use VaryOrigin
use Rack::Cors do
  allow do
    origins(*{{origins as ruby}})
    resource '*',
             methods: {{methods as ruby}}.map(&:downcase),
             headers: {{requestHeaders as ruby}},
             expose: {{exposedHeaders as ruby}},
             {{if maxAgeSeconds}} max_age: {{maxAgeSeconds as ruby}},
             credentials: {{credentials as ruby}}
  end
end

run Items.new
