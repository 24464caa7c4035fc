import { Body, Controller, Delete, Get, Header, Module, Put } from '@nestjs/common';

@Controller()
class ItemsController {
  @Get('items')
  @Header('X-Total-Count', '2')
  list() {
    return [{ id: 1 }, { id: 2 }];
  }

  @Put('items/1')
  change(@Body() body: object) {
    return { id: 1, ...body };
  }

  @Delete('items/1')
  remove() {
    return { deleted: 1 };
  }

  @Get('boom')
  boom() {
    throw new Error('an uncaught exception');
  }
}

@Module({ controllers: [ItemsController] })
export class AppModule {}
