package main

import (
	"log"
	"net/http"
)

var allowedOrigins = {{origins as go}}

// allowOrigins belongs around everything else, the mux included: 404 and 500 need the headers too.
func allowOrigins(next http.Handler) http.Handler {
	allowed := make(map[string]bool)
	for _, origin := range allowedOrigins {
		allowed[origin] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		origin := r.Header.Get("Origin")
		// On every answer: a cache must not hand one origin's answer to another.
		header.Add("Vary", "Origin")
		if allowed[origin] {
			header.Set("Access-Control-Allow-Origin", "*")
			{{if credentials}} header.Set("Access-Control-Allow-Credentials", "true")
			{{if exposedHeaders}} header.Set("Access-Control-Expose-Headers", {{exposedHeaders joined as go}})
		}
		// An OPTIONS request without Access-Control-Request-Method is no CORS-preflight request.
		if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
			next.ServeHTTP(w, r)
			return
		}
		if allowed[origin] {
			header.Set("Access-Control-Allow-Methods", {{methods joined as go}})
			{{if requestHeaders}} header.Set("Access-Control-Allow-Headers", {{requestHeaders joined as go}})
			{{if maxAgeSeconds}} header.Set("Access-Control-Max-Age", "{{maxAgeSeconds as go}}")
		}
		w.WriteHeader(http.StatusNoContent)
	})
}

// recoverPanics answers a panic with 500; net/http itself closes the connection without any answer.
func recoverPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if reason := recover(); reason != nil {
				log.Print(reason)
				http.Error(w, "internal server error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
