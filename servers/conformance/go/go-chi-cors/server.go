package main

import (
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/cors"
)

func items(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Total-Count", "5")
	w.Write([]byte(`["carried out"]`))
}

func vary(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Vary", "Accept-Language")
	w.Write([]byte(`["carried out"]`))
}

func moved(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/items", http.StatusFound) }

func boom(w http.ResponseWriter, r *http.Request) { panic("uncaught") }

func main() {
	options := cors.Options{}
	if os.Getenv("INTENT") == "declared" {
		options = cors.Options{
			AllowedOrigins:   []string{"https://app.example.com", "https://admin.example.com"},
			AllowedMethods:   []string{"GET", "PUT", "DELETE"},
			AllowedHeaders:   []string{"content-type", "authorization"},
			ExposedHeaders:   []string{"x-total-count"},
			AllowCredentials: true,
			MaxAge:           600,
		}
	}
	router := chi.NewRouter()
	router.Use(cors.Handler(options))
	router.Use(middleware.Recoverer)
	router.Use(middleware.GetHead)
	router.Get("/items", items)
	router.Put("/items", items)
	router.Delete("/items", items)
	router.Get("/vary", vary)
	router.Get("/moved", moved)
	router.Get("/boom", boom)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
