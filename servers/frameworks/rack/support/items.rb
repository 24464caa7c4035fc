require 'json'

# The API behind the middleware.
class Items
  def call(env)
    method = env['REQUEST_METHOD']
    case env['PATH_INFO']
    when '/boom' then raise 'an uncaught exception'
    when '/items'
      return answer(200, method == 'HEAD' ? nil : [{ id: 1 }, { id: 2 }], 'X-Total-Count' => '2') if %w[GET HEAD].include?(method)
    when '/items/1'
      return answer(200, { id: 1 }) if %w[PUT DELETE].include?(method)
    end
    answer(404, { error: 'not found' })
  end

  private

  def answer(status, body, headers = {})
    [status, { 'Content-Type' => 'application/json' }.merge(headers), body.nil? ? [] : [JSON.generate(body)]]
  end
end
