package main

import (
	"net/http"
	"slices"

	"github.com/go-chi/cors"
)

var allowedOrigins = {{origins as go}}

// allowOrigins belongs first, on the router itself: router.Use(allowOrigins, middleware.Recoverer).
func allowOrigins(next http.Handler) http.Handler {
	return cors.Handler(cors.Options{
		AllowOriginFunc: func(r *http.Request, origin string) bool { return slices.Contains(allowedOrigins, origin) },
		AllowedMethods:  {{methods as go}},
		{{if requestHeaders}} AllowedHeaders: {{requestHeaders as go}},
		{{unless requestHeaders}} // An empty list would allow more; this one is allowed without being listed.
		{{unless requestHeaders}} AllowedHeaders: []string{"Accept"},
		{{if exposedHeaders}} ExposedHeaders: {{exposedHeaders as go}},
		{{if credentials}} AllowCredentials: true,
		{{if maxAgeSeconds}} MaxAge: {{maxAgeSeconds as go}},
	})(next)
}
