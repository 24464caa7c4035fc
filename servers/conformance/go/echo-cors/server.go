package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	config := middleware.DefaultCORSConfig
	if os.Getenv("INTENT") == "declared" {
		config = middleware.CORSConfig{
			AllowOrigins:     []string{"https://app.example.com", "https://admin.example.com"},
			AllowMethods:     []string{"GET", "PUT", "DELETE"},
			AllowHeaders:     []string{"content-type", "authorization"},
			ExposeHeaders:    []string{"x-total-count"},
			AllowCredentials: true,
			MaxAge:           600,
		}
	}
	e.Use(middleware.CORSWithConfig(config), middleware.Recover())
	items := func(c echo.Context) error {
		c.Response().Header().Set("X-Total-Count", "5")
		return c.JSON(http.StatusOK, []string{"carried out"})
	}
	e.GET("/items", items)
	e.HEAD("/items", items)
	e.PUT("/items", items)
	e.DELETE("/items", items)
	e.GET("/vary", func(c echo.Context) error {
		c.Response().Header().Set("Vary", "Accept-Language")
		return c.JSON(http.StatusOK, []string{"carried out"})
	})
	e.GET("/moved", func(c echo.Context) error { return c.Redirect(http.StatusFound, "/items") })
	e.GET("/boom", func(c echo.Context) error { panic("uncaught") })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
