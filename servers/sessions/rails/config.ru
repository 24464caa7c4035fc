require 'json'
require 'logger'
require 'action_controller/railtie'

COOKIE = JSON.parse(ENV.fetch('COOKIE'), symbolize_names: true)

class SessionsController < ActionController::Base
  protect_from_forgery with: :exception if ENV['CSRF'] == '1'

  def csrf = render(json: { token: form_authenticity_token })

  def login
    session[:user] = 'ada'
    head :no_content
  end

  def me = render(json: {}, status: session[:user].nil? ? 401 : 200)
end

class Api < Rails::Application
  config.load_defaults 6.1
  config.root = __dir__
  config.eager_load = false
  config.secret_key_base = 'what signs the session'
  config.logger = Logger.new($stdout, level: Logger::WARN)
  config.action_controller.default_protect_from_forgery = false
  # Otherwise Rails takes a token from pages of its own origin alone.
  config.action_controller.forgery_protection_origin_check = ENV['ORIGIN_CHECK'] != '0'
  config.action_dispatch.cookies_same_site_protection = COOKIE[:sameSite]
  config.session_store :cookie_store,
                       key: COOKIE[:name],
                       path: COOKIE[:path],
                       domain: COOKIE[:domain],
                       secure: COOKIE[:secure],
                       same_site: COOKIE[:sameSite],
                       expire_after: COOKIE[:maxAge]&.seconds
end

Api.initialize!
Api.routes.draw do
  get '/csrf', to: 'sessions#csrf'
  post '/auth/login', to: 'sessions#login'
  get '/me', to: 'sessions#me'
end

run Api
