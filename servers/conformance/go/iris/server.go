package main

import (
	"os"
	"time"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/cors"
)

func main() {
	app := iris.New()
	builder := cors.New()
	if os.Getenv("INTENT") == "declared" {
		builder = builder.
			AllowOrigins("https://app.example.com", "https://admin.example.com").
			AllowHeaders("content-type", "authorization").
			ExposeHeaders("x-total-count").
			MaxAge(600 * time.Second)
	}
	app.UseRouter(builder.Handler())
	items := func(c iris.Context) {
		c.Header("X-Total-Count", "5")
		c.JSON([]string{"carried out"})
	}
	app.Get("/items", items)
	app.Head("/items", items)
	app.Put("/items", items)
	app.Delete("/items", items)
	app.Get("/vary", func(c iris.Context) {
		c.Header("Vary", "Accept-Language")
		c.JSON([]string{"carried out"})
	})
	app.Get("/moved", func(c iris.Context) { c.Redirect("/items", 302) })
	app.Get("/boom", func(c iris.Context) { panic("uncaught") })
	app.Listen("127.0.0.1:"+os.Getenv("PORT"), iris.WithoutStartupLog)
}
