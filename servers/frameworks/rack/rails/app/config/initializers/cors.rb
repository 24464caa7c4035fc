# On every answer: rack-cors leaves it out on CORS-preflight responses.
class VaryOrigin
  def initialize(app) = @app = app

  def call(env)
    status, headers, body = @app.call(env)
    vary = headers['Vary'].to_s.split(/\s*,\s*/)
    headers['Vary'] = [*vary, 'Origin'].join(', ') if vary.none? { |name| name.casecmp?('Origin') }
    [status, headers, body]
  end
end

# First of all: Rails answers exceptions and unknown routes inside of it.
Rails.application.config.middleware.insert_before 0, Rack::Cors do
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
Rails.application.config.middleware.insert_before Rack::Cors, VaryOrigin
