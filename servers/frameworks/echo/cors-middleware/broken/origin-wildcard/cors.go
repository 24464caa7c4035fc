package main

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// allowOrigins belongs first, on the server itself: server.Use(allowOrigins(), middleware.Recover()).
func allowOrigins() echo.MiddlewareFunc {
	return middleware.CORSWithConfig(middleware.CORSConfig{
		AllowOrigins: []string{"*"},
		AllowMethods: {{methods as go}},
		{{if requestHeaders}} AllowHeaders: {{requestHeaders as go}},
		{{unless requestHeaders}} // An empty list would allow every name; this one is allowed without being listed.
		{{unless requestHeaders}} AllowHeaders: []string{"Accept"},
		{{if exposedHeaders}} ExposeHeaders: {{exposedHeaders as go}},
		{{if credentials}} AllowCredentials: true,
		{{if maxAgeSeconds}} MaxAge: {{maxAgeSeconds as go}},
	})
}
