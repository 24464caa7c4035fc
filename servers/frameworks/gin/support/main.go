package main

import (
	"fmt"
	"log"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(allowOrigins(), gin.Recovery())
	addRoutes(router)
	listen(router)
}

func addRoutes(router gin.IRouter) {
	items := func(c *gin.Context) {
		c.Header("X-Total-Count", "2")
		c.JSON(http.StatusOK, []gin.H{gin.H{"id": 1}, gin.H{"id": 2}})
	}
	router.GET("/items", items)
	router.HEAD("/items", items)
	item := func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"id": 1}) }
	router.PUT("/items/1", item)
	router.DELETE("/items/1", item)
	router.GET("/boom", func(*gin.Context) { panic("an uncaught exception") })
}

func listen(handler http.Handler) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, handler))
}
