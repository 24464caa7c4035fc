package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	handler := cors.Default()
	if os.Getenv("INTENT") == "declared" {
		handler = cors.New(cors.Config{
			AllowOrigins:     []string{"https://app.example.com", "https://admin.example.com"},
			AllowMethods:     []string{"GET", "PUT", "DELETE"},
			AllowHeaders:     []string{"content-type", "authorization"},
			ExposeHeaders:    []string{"x-total-count"},
			AllowCredentials: true,
			MaxAge:           600 * time.Second,
		})
	}
	router.Use(handler, gin.Recovery())
	items := func(c *gin.Context) {
		c.Header("X-Total-Count", "5")
		c.JSON(http.StatusOK, []string{"carried out"})
	}
	router.GET("/items", items)
	router.HEAD("/items", items)
	router.PUT("/items", items)
	router.DELETE("/items", items)
	router.GET("/vary", func(c *gin.Context) {
		c.Header("Vary", "Accept-Language")
		c.JSON(http.StatusOK, []string{"carried out"})
	})
	router.GET("/moved", func(c *gin.Context) { c.Redirect(http.StatusFound, "/items") })
	router.GET("/boom", func(c *gin.Context) { panic("uncaught") })
	log.Fatal(router.Run("127.0.0.1:" + os.Getenv("PORT")))
}
