from fastapi import APIRouter, Response

router = APIRouter()


@router.api_route('/items', methods=['GET', 'HEAD'])
def read(response: Response):
    response.headers['X-Total-Count'] = '2'
    return [{'id': 1}, {'id': 2}]


@router.put('/items/1')
@router.delete('/items/1')
def change():
    return {'id': 1}


@router.get('/boom')
def boom():
    raise RuntimeError('an uncaught exception')
