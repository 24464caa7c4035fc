from flask import Blueprint, jsonify

items = Blueprint('items', __name__)


@items.get('/items')
def read():
    return jsonify([{'id': 1}, {'id': 2}]), 200, {'X-Total-Count': '2'}


@items.route('/items/1', methods=['PUT', 'DELETE'])
def change():
    return jsonify({'id': 1})


@items.get('/boom')
def boom():
    raise RuntimeError('an uncaught exception')
