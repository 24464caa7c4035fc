package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
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
	router := mux.NewRouter()
	router.HandleFunc("/items", items).Methods("GET", "HEAD", "PUT", "DELETE")
	router.HandleFunc("/vary", vary).Methods("GET")
	router.HandleFunc("/moved", moved).Methods("GET")
	router.HandleFunc("/boom", boom).Methods("GET")
	options := []handlers.CORSOption{}
	if os.Getenv("INTENT") == "declared" {
		options = []handlers.CORSOption{
			handlers.AllowedOrigins([]string{"https://app.example.com", "https://admin.example.com"}),
			handlers.AllowedMethods([]string{"GET", "PUT", "DELETE"}),
			handlers.AllowedHeaders([]string{"content-type", "authorization"}),
			handlers.ExposedHeaders([]string{"x-total-count"}),
			handlers.AllowCredentials(),
			handlers.MaxAge(600),
		}
	}
	safe := handlers.RecoveryHandler()(handlers.CORS(options...)(router))
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), safe))
}
