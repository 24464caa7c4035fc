require 'logger'
require 'action_controller/railtie'
require 'rack/cors'

class ItemsController < ActionController::API
  def index
    response.headers['X-Total-Count'] = '2'
    render json: [{ id: 1 }, { id: 2 }]
  end

  def change = render(json: { id: 1 })
  def boom = raise('an uncaught exception')
end

class Api < Rails::Application
  config.load_defaults 6.1
  config.root = __dir__
  config.api_only = true
  config.eager_load = false
  config.secret_key_base = 'an example: keep your own secret'
  config.logger = Logger.new($stdout, level: Logger::WARN)
end

Api.initialize!
Api.routes.draw do
  get '/items', to: 'items#index'
  put '/items/1', to: 'items#change'
  delete '/items/1', to: 'items#change'
  get '/boom', to: 'items#boom'
end

run Api
