package main

import (
	"fmt"
	"log"
	"net"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	server := echo.New()
	server.Use(allowOrigins(), middleware.Recover())
	addRoutes(server)
	listen(server)
}

func addRoutes(server *echo.Echo) {
	items := func(c echo.Context) error {
		c.Response().Header().Set("X-Total-Count", "2")
		return c.JSON(http.StatusOK, []echo.Map{echo.Map{"id": 1}, echo.Map{"id": 2}})
	}
	server.GET("/items", items)
	server.HEAD("/items", items)
	item := func(c echo.Context) error { return c.JSON(http.StatusOK, echo.Map{"id": 1}) }
	server.PUT("/items/1", item)
	server.DELETE("/items/1", item)
	server.GET("/boom", func(echo.Context) error { panic("an uncaught exception") })
}

func listen(handler http.Handler) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, handler))
}
