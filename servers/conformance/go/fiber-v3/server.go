package main

import (
	"log"
	"os"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/cors"
	"github.com/gofiber/fiber/v3/middleware/recover"
)

func main() {
	app := fiber.New()
	config := cors.ConfigDefault
	if os.Getenv("INTENT") == "declared" {
		config = cors.Config{
			AllowOrigins:     []string{"https://app.example.com", "https://admin.example.com"},
			AllowMethods:     []string{"GET", "PUT", "DELETE"},
			AllowHeaders:     []string{"content-type", "authorization"},
			ExposeHeaders:    []string{"x-total-count"},
			AllowCredentials: true,
			MaxAge:           600,
		}
	}
	app.Use(cors.New(config), recover.New())
	items := func(c fiber.Ctx) error {
		c.Set("X-Total-Count", "5")
		return c.JSON([]string{"carried out"})
	}
	app.Get("/items", items)
	app.Put("/items", items)
	app.Delete("/items", items)
	app.Get("/vary", func(c fiber.Ctx) error {
		c.Set("Vary", "Accept-Language")
		return c.JSON([]string{"carried out"})
	})
	app.Get("/moved", func(c fiber.Ctx) error { return c.Redirect().To("/items") })
	app.Get("/boom", func(c fiber.Ctx) error { panic("uncaught") })
	log.Fatal(app.Listen("127.0.0.1:"+os.Getenv("PORT"), fiber.ListenConfig{DisableStartupMessage: true}))
}
