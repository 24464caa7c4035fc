package main

import (
	{{if maxAgeSeconds}} "time"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

// allowOrigins belongs first, on the router itself: router.Use(allowOrigins(), gin.Recovery()).
func allowOrigins() gin.HandlerFunc {
	allow := cors.New(cors.Config{
		AllowOriginFunc: func(string) bool { return true },
		AllowMethods: {{methods as go}},
		{{if requestHeaders}} AllowHeaders: {{requestHeaders as go}},
		{{if exposedHeaders}} ExposeHeaders: {{exposedHeaders as go}},
		{{if credentials}} AllowCredentials: true,
		{{if maxAgeSeconds}} MaxAge: {{maxAgeSeconds as go}} * time.Second,
	})
	return func(c *gin.Context) {
		// On every answer: a cache must not hand one origin's answer to another.
		c.Writer.Header().Add("Vary", "Origin")
		// gin-contrib/cors alone would answer others with 403, and every OPTIONS request.
		if c.GetHeader("Origin") != "" {
			allow(c)
		}
	}
}
