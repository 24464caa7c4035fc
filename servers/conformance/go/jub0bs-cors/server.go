package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jub0bs/cors"
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
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", items)
	mux.HandleFunc("PUT /items", items)
	mux.HandleFunc("DELETE /items", items)
	mux.HandleFunc("GET /vary", vary)
	mux.HandleFunc("GET /moved", moved)
	mux.HandleFunc("GET /boom", boom)
	middleware, err := cors.NewMiddleware(cors.Config{
		Origins:         []string{"https://app.example.com", "https://admin.example.com"},
		Methods:         []string{"GET", "PUT", "DELETE"},
		RequestHeaders:  []string{"content-type", "authorization"},
		ResponseHeaders: []string{"x-total-count"},
		Credentialed:    true,
		MaxAgeInSeconds: 600,
	})
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), middleware.Wrap(mux)))
}
